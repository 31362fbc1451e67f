import { type Scope, toPresence } from './candidates'
import { maxTypos } from './corrections'
import { type LookupSteps, lookUpEach } from './lookups'
import type { ReadQuery } from './read-query'
import { isStopWord } from './stop-words'
import { type SearchTerm, toKnownTerm } from './terms'

/** How many corrected versions of a query are tried. */
const maxVersions = 20

/** A correct word counts as a slip only if a heading has the similar one together with this many other words. */
const enoughOthers = 2

/**
 * A way to read a query, the likelier the smaller `unlikely` is. A `daring` one replaces a correct word, so it is used
 * only if a heading has all its words.
 */
type Version = { terms: readonly SearchTerm[]; unlikely: number; daring: boolean }

/** A term that may be misspelt. */
export const isSlip = ({ unit, questions, stopWord }: SearchTerm) => !unit.quoted && !stopWord && questions <= maxTypos

/**
 * Whether a term is a common misspelling of words that the library has. One that occurs in a heading counts only if the
 * query has no other words.
 */
export const isListed = (term: SearchTerm, { terms, correctionsOf }: ReadQuery) =>
  isSlip(term) &&
  (term.belowHeadings || !terms.some((other) => other !== term && !other.stopWord)) &&
  correctionsOf(term).listed.length > 0

/**
 * Corrects the terms of a query: typos are replaced with words that occur together with each other and the other words,
 * or else, if no question has what was typed, with the likeliest ones. Common misspellings are replaced with the correct
 * word. Correct words stay as they are, whether the library has them or not, unless the other words show a slip.
 */
export function* correct(query: ReadQuery, scope: Scope): LookupSteps<readonly SearchTerm[]> {
  const { terms, finished, total } = query
  let versions: Version[] = [{ terms: finished, unlikely: 0, daring: false }]
  for (const [index, term] of terms.entries()) {
    const choices = listChoices(query, term, finished[index] as SearchTerm)
    versions = versions
      .flatMap((version) =>
        choices.map((choice, place) => ({
          terms: version.terms.with(index, choice.term),
          unlikely: version.unlikely + place,
          daring: version.daring || choice.daring,
        })),
      )
      .sort((a, b) => a.unlikely - b.unlikely)
      .slice(0, maxVersions)
  }
  const tried = versions.filter((version) => version.terms.some((term, index) => term !== finished[index]))
  if (tried.length === 0) return terms
  const places = ['headings', 'texts'] as const
  const safe = { headings: tried, texts: tried.filter(({ daring }) => !daring) }
  const present = yield* lookUpEach<'headings' | 'texts'>(
    places.flatMap((place) => safe[place].map((version) => toPresence(version.terms, total, scope, place))),
  )
  const found = present.findIndex((keys) => keys().length > 0)
  const together = found < 0 ? undefined : [...safe.headings, ...safe.texts][found]
  return (together ?? versions[0])?.terms ?? terms
}

/** The possible readings of a term, likeliest first. */
function listChoices(
  query: ReadQuery,
  term: SearchTerm,
  finished: SearchTerm,
): { term: SearchTerm; daring: boolean }[] {
  const { terms, total, all, correctionsOf } = query
  const typed = { term: finished, daring: false }
  if (!isSlip(term)) return [typed]
  const { listed, near, isRight } = correctionsOf(term)
  const toChoices = (words: typeof listed, daring: boolean) =>
    words.map((word) => ({ term: toKnownTerm(word, { total, all }), daring }))
  if (listed.length > 0) {
    const right = toChoices(listed, false)
    if (!isListed(term, query)) return [typed, ...right]
    return term.questions > 0 ? [...right, typed] : right
  }
  if (term.questions > 0 || isRight) {
    const others = terms.filter((other) => other !== term && !other.stopWord && other.questions > 0)
    const slips =
      others.length >= enoughOthers ? near.filter(({ word, mistakes }) => mistakes === 1 && !isStopWord(word)) : []
    return [typed, ...toChoices(slips, true)]
  }
  return near.length > 0 ? toChoices(near, false) : [typed]
}
