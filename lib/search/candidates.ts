import { maxFound } from '@/lib/core/search-limits'
import { type LookupSteps, lookUp, lookUpEach, lookUpTogether, type Match } from './lookups'
import { toSubjectToken } from './subject-token'
import type { SearchTerm } from './terms'

/** The most rows that one index query returns, so that the cost of a search does not grow with the library. */
const maxMatches = maxFound
const maxPartial = 100

/** If this many questions have all words, those that lack one are not searched for. */
const enough = 30

/** A word that more than this share of all questions have is not selective. */
export const commonShare = 0.2

/** How many of the rarest words select candidates; the others only affect the ranking. */
const maxSelective = 6

/** How many times more often than by chance related words occur together. */
const together = 30

/**
 * The scope of a search: one subject, no questions with a term of `without`, and those with the formula first.
 */
export type Scope = {
  subject: string | undefined
  without: readonly SearchTerm[]
  formula: SearchTerm | undefined
}

/**
 * Questions that may answer a query, by heading key, each with a bit mask of the terms that its text is known to have: 1
 * for the first term, 2 for the second, and so on.
 */
export type Candidates = Map<number, number>

/**
 * Finds candidates by the rarest words of a query: first those with all of them, then, if these are few, those that lack
 * one, and those with two or one of the rarest. With `atOnce`, all these lookups are made in one step.
 */
export function* listCandidates(
  terms: readonly SearchTerm[],
  total: number,
  scope: Scope,
  atOnce: boolean,
): LookupSteps<Candidates> {
  const selective = toSelective(terms, total)
  const candidates: Candidates = new Map()
  if (selective.length === 0) return candidates
  const add = (keys: readonly number[], known: readonly SearchTerm[] = []) => {
    const bits = known.reduce((sum, term) => sum | (1 << terms.indexOf(term)), 0)
    for (const key of keys) candidates.set(key, (candidates.get(key) ?? 0) | bits)
  }
  const toTexts = (matched: readonly SearchTerm[], limit: number) =>
    ({ kind: 'texts', match: toMatch(matched, scope), limit }) as const

  const lacking = selective.map((left) => selective.filter((term) => term !== left))
  const some = [...listPairs(selective.slice(0, 4)), ...selective.slice(0, 3).map((term) => [term])]
  const asked = [...lacking, ...some].map((matched) => toHeadingLookups(matched, scope, total, maxPartial))
  const lookFurther = () =>
    lookUpEach<'headings' | 'texts'>([...lacking.map((matched) => toTexts(matched, maxPartial)), ...asked.flat()])

  const [[inTexts, ...inHeadings], further] = yield* lookUpTogether([
    lookUp(toTexts(selective, maxMatches), ...toHeadingLookups(selective, scope, total, maxMatches)),
    ...(atOnce && selective.length > 1 ? [lookFurther()] : []),
  ])
  const named = chooseHeadings(inHeadings, maxMatches)
  // Only stop words: questions that have them only in the answer would rank last.
  const complete = selective[0]?.stopWord && named.length >= maxMatches ? [] : inTexts()
  add(complete, selective)
  add(named)
  if (selective.length === 1 || complete.length >= enough) return candidates

  const answers = further ?? (yield* lookFurther())
  const texts = answers.splice(0, lacking.length)
  const headings = asked.map((lookups) => answers.splice(0, lookups.length))
  for (const found of headings.splice(0, lacking.length)) add(chooseHeadings(found, maxPartial))
  for (const [index, others] of lacking.entries()) {
    if (candidates.size < enough) add(texts[index]?.() ?? [], others)
  }
  for (const found of headings) if (candidates.size < enough) add(chooseHeadings(found, maxPartial))
  return candidates
}

/**
 * Looks up the headings that match the rarest terms, as many of them as keep the matches few; those that match all terms;
 * and those with all terms in the title.
 */
function toHeadingLookups(terms: readonly SearchTerm[], scope: Scope, total: number, limit: number) {
  let used = 1
  let expected = terms[0]?.questions ?? 0
  for (; used < terms.length && expected > limit / 2; used += 1) {
    expected *= Math.min(1, (together * (terms[used]?.questions ?? 0)) / total)
  }
  const all = toMatch(terms, scope)
  const rarest = used < terms.length ? [toMatch(terms.slice(0, used), scope)] : []
  return [...rarest, all, { ...all, inTitle: true }].map((match) => ({ kind: 'headings', match, limit }) as const)
}

/** The first answer that was not cut off by the limit, or else the last two together. */
function chooseHeadings(answers: readonly (() => number[])[], limit: number): number[] {
  const before = answers.slice(0, -1)
  let keys: number[] = []
  for (const answer of before) {
    keys = answer()
    if (keys.length < limit) return keys
  }
  return [...keys, ...(answers.at(-1)?.() ?? [])]
}

/** A lookup that finds out whether any question has all of the terms, in its heading or anywhere. */
export function toPresence(terms: readonly SearchTerm[], total: number, scope: Scope, kind: 'headings' | 'texts') {
  return { kind, match: toMatch(toSelective(terms, total), scope), limit: 1 }
}

const listPairs = (terms: readonly SearchTerm[]) =>
  terms.flatMap((first, index) => terms.slice(index + 1).map((second) => [first, second]))

/** Looks up the texts with the formula as a whole, because its single words say little. */
export const toFormulaLookups = ({ formula, ...scope }: Scope) =>
  formula ? [{ kind: 'texts', match: toMatch([formula], { ...scope, formula }), limit: maxPartial } as const] : []

/** The rarest term comes first: an index iterates over its rows, and seeks each in the lists of the others. */
const toMatch = (terms: readonly SearchTerm[], { subject, without }: Scope): Match => ({
  terms: [...terms].sort((a, b) => a.questions - b.questions),
  subject: subject === undefined ? undefined : toSubjectToken(subject),
  ...(without.length > 0 && { without }),
})

/** The terms that select candidates: those in headings first, then the rarest. */
function toSelective(terms: readonly SearchTerm[], total: number): SearchTerm[] {
  const known = terms.filter(({ questions }) => questions > 0)
  known.sort((a, b) => Number(a.belowHeadings) - Number(b.belowHeadings) || a.questions - b.questions)
  const rare = known.filter(({ questions, stopWord }) => !stopWord && questions < commonShare * total)
  return (rare.length > 0 ? rare : known.slice(0, 1)).slice(0, maxSelective)
}
