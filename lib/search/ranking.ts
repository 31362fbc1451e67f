import { maxFound } from '@/lib/core/search-limits'
import { commonShare, listCandidates, type Scope, toFormulaLookups } from './candidates'
import { toQuestionId } from './heading-key'
import { type LookupSteps, lookUp, lookUpTogether } from './lookups'
import { prepareScore } from './score'
import type { SearchTerm } from './terms'

/** A question that matches less than this share of what the best one matches, by weight, is not a result. */
const leastShare = 0.3

/** How much a term counts if it is only in the answer. */
const inAnswer = 0.4

/** What a text gains by having the formula as a whole, if the query is nothing else. */
const wholeFormula = 1

/** At most this many terms count in the ranking, because each has a bit. */
const maxTerms = 31

/**
 * A found question; `subject` is the text of its subject in the index, `share` the part of the query that it has, by
 * weight.
 */
export type Found = { id: number; subject: string; sense: number; score: number; share: number }

/** `complete`: how many match all selective terms; `capped`: whether the library has more candidates than were ranked. */
export type Ranking = { found: Found[]; complete: number; capped: boolean }

/** Ranks the questions that may answer a query, best first, at most `maxFound`. */
export function* rank(
  terms: readonly SearchTerm[],
  total: number,
  scope: Scope,
  atOnce: boolean,
): LookupSteps<Ranking> {
  const searched = terms.filter(({ questions }) => questions > 0).slice(0, maxTerms)
  const [candidates, [withFormula]] = yield* lookUpTogether([
    listCandidates(searched, total, scope, atOnce),
    lookUp(...toFormulaLookups(scope)),
  ])
  const having = new Set(withFormula?.())
  const words: readonly string[] = scope.formula?.unit.words ?? []
  const isInFormula = ({ unit }: SearchTerm) => unit.words.every((word) => words.includes(word))
  const forFormula = wholeFormula * (searched.filter(isInFormula).length / Math.max(terms.length, 1))
  const formulaBits = toBits(searched, isInFormula)
  for (const key of having) candidates.set(key, (candidates.get(key) ?? 0) | formulaBits)
  const keys = [...candidates.keys()]
  const { without } = scope
  const [rows, leftOut] = yield* lookUp(
    { kind: 'headingRows', keys },
    ...(without.length > 0 ? [{ kind: 'having', keys, terms: without } as const] : []),
  )
  const excluded = new Set(leftOut?.())
  const weights = sumWeights(searched) || 1
  const scoreHeading = prepareScore(searched)
  /** Common terms do not select candidates, so it is unknown which answers have them: they do not count as missing. */
  const isSelective = ({ stopWord, questions }: SearchTerm) => !stopWord && questions < commonShare * total
  const selective = toBits(searched, isSelective)
  const weigh = prepareWeights(searched)
  let complete = 0
  const ranked: Found[] = []
  for (const { key, subject, sense, compared } of rows()) {
    if (excluded.has(key)) continue
    const { score, found } = scoreHeading(compared)
    const known = candidates.get(key) ?? 0
    const missing = ~(found | known)
    const more = (inAnswer * weigh(known & ~found)) / weights
    if ((missing & selective) === 0) complete += 1
    const share = 1 - weigh(missing) / weights
    const whole = having.has(key) ? forFormula : 0
    ranked.push({ id: toQuestionId(key), subject, sense, score: score + more + whole, share })
  }
  const least = leastShare * ranked.reduce((most, { share }) => Math.max(most, share), 0)
  ranked.sort((a, b) => b.score - a.score || a.id - b.id)
  const answers = ranked.filter(({ share }) => share > 0 && share >= least)
  return { found: answers.slice(0, maxFound), complete, capped: candidates.size >= maxFound }
}

const sumWeights = (terms: readonly SearchTerm[]) => terms.reduce((sum, { weight }) => sum + weight, 0)

/** The bit mask of the terms for which `holds` is true. */
const toBits = (terms: readonly SearchTerm[], holds: (term: SearchTerm) => boolean) =>
  terms.reduce((bits, term, index) => bits | (holds(term) ? 1 << index : 0), 0)

/** Sums the weights of the terms whose bits are set; cached, because few sets occur. */
function prepareWeights(terms: readonly SearchTerm[]): (bits: number) => number {
  const known = new Map<number, number>()
  return (bits) => {
    let weight = known.get(bits)
    if (weight === undefined) {
      weight = sumWeights(terms.filter((_, index) => bits & (1 << index)))
      known.set(bits, weight)
    }
    return weight
  }
}
