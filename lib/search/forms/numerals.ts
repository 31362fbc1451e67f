import { isStopWord } from '../stop-words'

const cardinals = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')
const romans = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ')
const counted = '1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th'.split(' ')
const digits = cardinals.map((_, index) => String(index + 1))

/** After these words a single letter is a Roman numeral (`type I`), not a variable or a person. */
const numbered = new Set(
  `act article book chapter class factor grade group law level part phase photosystem stage schedule step table title type
  unit volume`.split(/\s+/),
)

/** A shorter word is a unit or a variable, and a number before it part of a formula. */
const shortestCounted = 4

/** The words around a word of a query. */
export type Beside = { before: string | undefined; after: string | undefined }

/** Words and phrases for the same number as a word. */
export function listNumerals(word: string, { before, after }: Beside): string[] {
  const place = [ordinals, counted].map((words) => words.indexOf(word)).find((at) => at >= 0)
  if (place !== undefined) return without(word, [ordinals[place], counted[place]])
  const at = [cardinals, digits, romans].map((words) => words.indexOf(word)).find((index) => index >= 0)
  if (at === undefined) return []
  const ways = [cardinals[at], digits[at], romans[at]]
  if (before !== undefined && numbered.has(before)) {
    return without(word, ways).map((other) => (isLetter(other) ? `${before} ${other}` : other))
  }
  if (romans[at] === word) return isLetter(word) ? [] : without(word, ways)
  return isCounted(after) && at > 0 ? without(word, [cardinals[at], digits[at]]) : []
}

const without = (word: string, ways: readonly (string | undefined)[]) =>
  ways.filter((other): other is string => other !== undefined && other !== word)

const isLetter = (number: string) => /^[a-z]$/.test(number)

/** Whether a word names things that can be counted. */
const isCounted = (word: string | undefined) =>
  word !== undefined && word.length >= shortestCounted && !isStopWord(word) && /^\p{L}+$/u.test(word)

const numbersOfWars = [
  new Set(['1', 'i', 'one', 'first', '1st']),
  new Set(['2', 'ii', 'two', 'second', '2nd']),
] as const

/** The names of the world wars. */
const worldWars = [
  ['world war i', 'first world war', 'world war 1', 'ww1', 'wwi', 'world war one'],
  ['world war ii', 'second world war', 'world war 2', 'ww2', 'wwii', 'world war two'],
]

/** The names of the world war that some words begin with, and how many words name it; undefined if none do. */
export function readWorldWar(words: readonly string[]): { names: string[]; length: number } | undefined {
  const text = words.join(' ')
  const named = /^(?:ww ?(?<short>\w+)|world war (?<after>\w+)|(?<before>\w+) world war)(?= |$)/.exec(text)
  const { short, after, before } = named?.groups ?? {}
  const war = numbersOfWars.findIndex((numbers) => numbers.has(short ?? after ?? before ?? ''))
  const names = worldWars[war]
  return named && names ? { names, length: named[0].split(' ').length } : undefined
}
