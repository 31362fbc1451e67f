import type { Correction } from '@/lib/core/search-page'
import { commonShare, toPresence } from './candidates'
import { mostSlips } from './corrections'
import { type Looking, lookUpEach } from './lookups'
import { type Found, rank } from './ranking'
import type { ReadQuery } from './read-query'
import { isStopWord } from './stop-words'
import { type SearchTerm, toKnownTerm } from './terms'

/** How many ways to correct a query are tried. */
const mostVersions = 20

export type Search = {
  corrections: Correction[]
  /** The words that excerpts mark: all but those that most questions have. */
  words: string[]
  /** The best first, a bounded number. */
  found: Found[]
  /** Whether the library has more than those. */
  capped: boolean
}

/**
 * The questions of the library, or of one subject, that answer a query. What it costs depends on the query, not on how
 * many questions there are.
 */
export function* search(query: ReadQuery, subject: string | undefined): Looking<Search> {
  const { terms, total } = query
  const isKnown = terms.every(({ questions }) => questions > 0)
  // What may have to be searched for twice is asked with fewer waits.
  const atOnce = terms.some(isSlip)
  const typed = isKnown ? yield* rank(terms, total, subject, atOnce) : undefined
  const isAnswered = typed !== undefined && typed.complete > 0
  const corrected = isAnswered ? terms : yield* correct(query, subject, isKnown)
  const corrections = listChanges(terms, corrected)
  const meant = corrections.length > 0 ? corrected : terms
  const { found, capped } = typed && meant === terms ? typed : yield* rank(meant, total, subject, atOnce)
  return { corrections, words: listMarked(meant, total), found, capped }
}

const isSlip = ({ unit, questions }: SearchTerm) => !unit.quoted && questions <= mostSlips

/**
 * The terms of a query, its typos replaced by corrections that occur together with each other and the other words, or
 * else, if no question has what was typed, by the likeliest ones.
 */
function* correct(
  { terms, finished, total, all, correctionsOf }: ReadQuery,
  subject: string | undefined,
  isKnown: boolean,
): Looking<readonly SearchTerm[]> {
  let versions = [{ terms: finished, unlikely: 0 }]
  let typos = 0
  for (const [index, term] of terms.entries()) {
    const corrected = isSlip(term) ? correctionsOf(term).map((known) => toKnownTerm(known, { total, all })) : []
    if (corrected.length > 0) typos += 1
    const choices =
      corrected.length > 0 && term.questions === 0 ? corrected : [finished[index] as SearchTerm, ...corrected]
    versions = versions
      .flatMap((version) =>
        choices.map((choice, place) => ({
          terms: version.terms.with(index, choice),
          unlikely: version.unlikely + place,
        })),
      )
      .sort((a, b) => a.unlikely - b.unlikely)
      .slice(0, mostVersions)
  }
  if (typos === 0) return terms
  const [likeliest] = versions
  // If every word is known, the first version is what was typed, and did not answer.
  const tried = isKnown ? versions.slice(1) : versions
  const places = ['headings', 'texts'] as const
  const present = yield* lookUpEach<'headings' | 'texts'>(
    places.flatMap((place) => tried.map((version) => toPresence(version.terms, total, subject, place))),
  )
  const found = present.findIndex((keys) => keys().length > 0)
  return ((found < 0 ? undefined : tried[found % tried.length]) ?? likeliest)?.terms ?? terms
}

function listMarked(terms: readonly SearchTerm[], total: number): string[] {
  const rare = terms.filter(({ questions, stopWord }) => !stopWord && questions < total * commonShare)
  const telling = (form: string) => form.split(' ').filter((word) => !isStopWord(word))
  return [
    ...new Set(
      (rare.length > 0 ? rare : terms).flatMap(({ words, spelled }) => [...words, ...spelled.flatMap(telling)]),
    ),
  ]
}

function listChanges(before: readonly SearchTerm[], after: readonly SearchTerm[]): Correction[] {
  const toText = (term: SearchTerm | undefined) => term?.unit.words.join(' ') ?? ''
  const changed = before.map((term, index) => ({ typed: toText(term), meant: toText(after[index]) }))
  return changed.filter(({ typed, meant }) => typed !== meant)
}
