const cardinals = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')
const romans = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ')
const counted = '1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th'.split(' ')
const digits = cardinals.map((_, index) => String(index + 1))

/** Ways to write the same numbers: cardinal and ordinal ones. */
const ways = [
  [cardinals, digits, romans],
  [ordinals, counted],
]

/** Where a number of one letter stands for a number (`type I`), not for a variable or a person. */
const numbered = new Set(
  'act article book chapter class factor grade group law level part phase photosystem stage schedule step table title type unit volume'.split(
    ' ',
  ),
)

/** Other ways to write the number that a word is, and which one it is from 1 on. */
function listWays(word: string): string[] {
  return ways.flatMap((kind) => {
    const at = Math.max(...kind.map((words) => words.indexOf(word)))
    return at < 0 ? [] : kind.flatMap((words) => words[at] ?? []).filter((other) => other !== word)
  })
}

/** Words and phrases that mean the same as the number a word is; after words such as `type` letters count as numbers. */
export function listNumerals(word: string, before: string | undefined): string[] {
  const others = listWays(word)
  const isLetter = (number: string) => number.length === 1 && /[a-z]/.test(number)
  if (before !== undefined && numbered.has(before)) {
    return others.map((other) => (isLetter(other) ? `${before} ${other}` : other))
  }
  return isLetter(word) ? [] : others.filter((other) => !isLetter(other))
}

/** Which world war some words name, and how many of them do; undefined where they name none. */
export function readWorldWar(words: readonly string[]): { war: 1 | 2; length: number } | undefined {
  const [first = '', second, third = ''] = words
  const short = /^ww(1|2|i|ii)$/.exec(first)
  if (short) return { war: /^(?:2|ii)$/.test(short[1] as string) ? 2 : 1, length: 1 }
  if (first === 'world' && second === 'war') return toWar(third, ['1', 'i', 'one'], ['2', 'ii', 'two'])
  if (first === 'ww')
    return second === '1' || second === 'i'
      ? { war: 1, length: 2 }
      : second === '2' || second === 'ii'
        ? { war: 2, length: 2 }
        : undefined
  if (second === 'world' && third === 'war') return toWar(first, ['first', '1st'], ['second', '2nd'])
  return undefined
}

function toWar(
  number: string,
  one: readonly string[],
  two: readonly string[],
): { war: 1 | 2; length: number } | undefined {
  return one.includes(number) ? { war: 1, length: 3 } : two.includes(number) ? { war: 2, length: 3 } : undefined
}

/** The names of a world war. */
export const worldWars = {
  1: ['world war i', 'first world war', 'world war 1', 'ww1', 'wwi', 'world war one'],
  2: ['world war ii', 'second world war', 'world war 2', 'ww2', 'wwii', 'world war two'],
}
