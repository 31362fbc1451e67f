import type { Subject } from '@/lib/core/types'
import { toStem, toWords } from '@/lib/core/words'
import { countMistakes } from './near-words'
import { parseQuery } from './query'
import { isStopWord } from './stop-words'

const mostNamed = 3

/** Fewer letters begin too many names. */
const shortestBeginning = 3

/** From this length on a name may have a mistake, and from the second on two. */
const longEnough = [5, 9]

/** The subjects whose name a query is: as it is, then begun, then misspelt. `subjects` come in their order. */
export function listNamedSubjects(subjects: readonly Subject[], text: string): Subject[] {
  const { units, subject, typing } = parseQuery(text)
  const wanted = units.flatMap(({ words }) => words)
  if (subject !== undefined || wanted.length === 0) return []
  const ranks = subjects.map((named) => ({ named, rank: rankName(named, wanted, typing) }))
  const alike = ranks.filter(({ rank }) => rank !== undefined) as { named: Subject; rank: number }[]
  const best = alike.sort((a, b) => a.rank - b.rank)
  // Where one is named as it is, what is only like it is not meant.
  const meant = best[0]?.rank === 0 ? best.filter(({ rank }) => rank < 2) : best
  return meant.slice(0, mostNamed).map(({ named }) => named)
}

/** 0: the words are the name of the subject; 1: they begin it; 2: they are the name misspelt. Undefined for other words. */
function rankName({ title, slug }: Subject, wanted: readonly string[], typing: boolean): number | undefined {
  const asked = toNameKey(wanted)
  const names = [toWords(title), slug.split(/[-_]+/)]
  if (names.some((name) => toNameKey(name.map(toStem)) === toNameKey(wanted.map(toStem)))) return 0
  const keys = names.map(toNameKey)
  if (typing && asked.length >= shortestBeginning && keys.some((key) => key.startsWith(asked))) return 1
  const mistakes = longEnough.filter((length) => asked.length >= length).length
  return mistakes > 0 && keys.some((key) => countMistakes(asked, key, mistakes) <= mistakes) ? 2 : undefined
}

/** A name without words such as `and`; those alone are kept. */
function toNameKey(words: readonly string[]): string {
  const telling = words.filter((word) => !isStopWord(word))
  return (telling.length > 0 ? telling : words).join(' ')
}
