import { toStem, toWords } from '@/lib/core/words'
import { type LookupSteps, lookUpEach } from './lookups'
import type { Query, Unit } from './query'
import { isSignificant } from './significant-words'

/** At most this many words of a query are searched for: the most significant ones. */
const maxSearched = 16

/** At most this many words are looked up to choose from. */
const maxConsidered = 60

/** A word in fewer headings is seldom what a text is about: `Maria`, the owner of the bakery in an exercise. */
const fewHeadings = 3
const fewFactor = 0.3

/**
 * Shortens a long query, such as a pasted exercise, to its significant words; if these are still too many, to those that
 * the text repeats and few headings have, searched for as written: among so many, one that is misspelt does not matter.
 */
export function* keepSignificant(text: string, query: Query): LookupSteps<Query> {
  const few = (units: Unit[]) => units.length > 0 && units.length <= maxSearched
  const significant = query.units.filter(({ words }) => words.some(isSignificant))
  const fewest = [query.units, significant].find(few)
  if (fewest || query.units.length === 0) return { ...query, units: fewest ?? [] }
  const considered = (significant.length > 0 ? significant : query.units).slice(0, maxConsidered)
  const answers = yield* lookUpEach(considered.map(({ words: [word] }) => ({ kind: 'word', word }) as const))
  const timesOf = countStems(text)
  const worthOf = ({ words: [word] }: Unit, headings: number) =>
    ((timesOf.get(toStem(word)) ?? 1) * (headings < fewHeadings ? fewFactor : 1)) / Math.log(2 + headings)
  const known = considered
    .map((unit, index) => ({ unit, headings: answers[index]?.()?.questions ?? 0 }))
    .filter(({ headings }) => headings > 0)
    .map(({ unit, headings }) => ({ unit, worth: worthOf(unit, headings) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, maxSearched)
  const chosen = new Set(known.length > 0 ? known.map(({ unit }) => unit) : considered.slice(0, maxSearched))
  const units = considered.filter((unit) => chosen.has(unit)).map((unit): Unit => ({ ...unit, quoted: true }))
  return { ...query, units, typing: false }
}

function countStems(text: string): Map<string, number> {
  const times = new Map<string, number>()
  for (const stem of toWords(text).map(toStem)) times.set(stem, (times.get(stem) ?? 0) + 1)
  return times
}
