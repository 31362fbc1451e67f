import type { Subject } from '@/lib/core/types'
import { toStem } from '@/lib/core/words'
import { listClippings } from './forms/clippings'
import { countMistakes } from './near-words'
import type { Query } from './query'
import { listSubjectNames, type SubjectNames, toNameKey } from './subject-names'

const maxNamed = 3

/** Shorter beginnings fit too many names. */
const shortestBeginning = 3

/** From the first length on a name may have one mistake, from the second on two. */
const longEnough = [5, 9]

/** The subjects that a query names: exactly, then by a beginning or clipping, then misspelt; ties keep their order. */
export function listNamedSubjects(subjects: readonly Subject[], { units, subject, typing }: Query): Subject[] {
  const wanted = units.flatMap(({ words }) => words)
  if (subject !== undefined || wanted.length === 0) return []
  const rank = prepareRank(wanted, typing)
  const ranks = listSubjectNames(subjects).map((named) => ({ named: named.subject, rank: rank(named) }))
  const alike = ranks.filter(({ rank }) => rank !== undefined) as { named: Subject; rank: number }[]
  const best = alike.sort((a, b) => a.rank - b.rank)
  // If one is named exactly, misspelt ones are not meant.
  const meant = best[0]?.rank === 0 ? best.filter(({ rank }) => rank < 2) : best
  return meant.slice(0, maxNamed).map(({ named }) => named)
}

/** 0: the words are a subject's name; 1: the beginning or a clipping of it; 2: misspelt. Undefined for other words. */
function prepareRank(wanted: readonly string[], typing: boolean) {
  const asked = toNameKey(wanted)
  const askedStems = toNameKey(wanted.map(toStem))
  const whole = listClippings(asked)
  const mistakes = longEnough.filter((length) => asked.length >= length).length
  return ({ names }: SubjectNames): number | undefined => {
    if (names.some(({ keyOfStems }) => keyOfStems === askedStems)) return 0
    if (typing && asked.length >= shortestBeginning && names.some(({ key }) => key.startsWith(asked))) return 1
    if (names.some(({ key }) => whole.includes(key))) return 1
    return mistakes > 0 && names.some(({ key }) => countMistakes(asked, key, mistakes) <= mistakes) ? 2 : undefined
  }
}
