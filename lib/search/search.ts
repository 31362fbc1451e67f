import type { Correction } from '@/lib/core/search-page'
import { toStem } from '@/lib/core/words'
import { commonShare } from './candidates'
import { correct, isListed, isSlip } from './correct'
import type { LookupSteps } from './lookups'
import { type Found, rank } from './ranking'
import type { ReadQuery } from './read-query'
import type { SearchTerm } from './terms'

export type Search = {
  corrections: Correction[]
  /** The words, and phrases in quotes, that occur nowhere in the library. */
  missing: string[]
  /** The words that excerpts mark: all but those that most questions have. */
  words: string[]
  /** Best first, at most `maxFound`. */
  found: Found[]
  /** Whether the library has more. */
  capped: boolean
}

/**
 * The questions of the library, or of one subject, that answer a query. The cost depends on the query, not on the size of
 * the library.
 */
export function* search(query: ReadQuery, subject: string | undefined): LookupSteps<Search> {
  const { terms, total, without, formula } = query
  const scope = { subject, without, formula }
  const isKnown = terms.every((term) => !isMissing(term) && !isListed(term, query))
  // A query that may be searched for twice makes its lookups in fewer steps.
  const atOnce = without.length > 0 || terms.some(isSlip)
  const typed = isKnown ? yield* rank(terms, total, scope, atOnce) : undefined
  const isAnswered = typed !== undefined && typed.complete > 0
  const corrected = isAnswered ? terms : yield* correct(query, scope)
  const corrections = listChanges(terms, corrected)
  const meant = corrections.length > 0 ? corrected : terms
  const missing = meant.filter(isMissing)
  // On their own, stop words find anything.
  const rankable = missing.length > 0 && meant.every((term) => term.stopWord || isMissing(term)) ? [] : meant
  const { found, capped } = typed && meant === terms ? typed : yield* rank(rankable, total, scope, atOnce)
  return {
    corrections,
    missing: missing.map(({ unit }) => unit.words.join(' ')),
    // Completions of an unfinished word were not typed, so they are not marked.
    words: listMarked(meant === terms ? query.finished : meant, total),
    found,
    capped,
  }
}

const isMissing = ({ questions, stopWord }: SearchTerm) => questions === 0 && !stopWord

function listMarked(terms: readonly SearchTerm[], total: number): string[] {
  const known = terms.filter(({ questions }) => questions > 0)
  const rare = known.filter(({ questions, stopWord }) => !stopWord && questions < total * commonShare)
  const marked = (rare.length > 0 ? rare : known).flatMap(({ spelled }) => spelled)
  return [...new Set(marked.flatMap((form) => form.split(' ')))]
}

function listChanges(before: readonly SearchTerm[], after: readonly SearchTerm[]): Correction[] {
  const toText = (term: SearchTerm | undefined) => term?.unit.words.join(' ') ?? ''
  const changed = before.map((term, index) => ({ typed: toText(term), meant: toText(after[index]) }))
  // Another form of the same word is not a correction.
  return changed.filter(({ typed, meant }) => toStem(typed) !== toStem(meant))
}
