import { longestCorrected } from '../near-words'
import { isStopWord } from '../stop-words'

/** A shorter first part is split off only if the second has at least `besideLetter` letters (`x axis`). */
const shortestPart = 2
const besideLetter = 3

/** The pairs of words that a compound may consist of. In a plural, the second word is tried in the singular too. */
export function listSplits(word: string): [first: string, second: string][] {
  if (!/^[a-z]+$/.test(word) || word.length > longestCorrected) return []
  const forms = word.endsWith('s') ? [word, word.slice(0, -1)] : [word]
  return forms.flatMap((form) =>
    Array.from(form, (_, at): [string, string] => [form.slice(0, at), form.slice(at)]).filter(isSplit),
  )
}

const isSplit = ([first, second]: [string, string]) =>
  first.length > 0 &&
  second.length >= (first.length < shortestPart ? besideLetter : shortestPart) &&
  !isStopWord(first) &&
  !isStopWord(second)

/** Joins words to a compound; undefined if that cannot be one. */
export function joinWords(words: readonly string[]): string | undefined {
  const joined = words.join('')
  const isLong = joined.length > besideLetter || (joined.length === besideLetter && lettersAndNumber.test(joined))
  const isWord = isLong && joined.length <= longestCorrected && !words.some(isStopWord)
  return isWord ? joined : undefined
}

const lettersAndNumber = /^(?:(\p{L}{2,})(\p{N}+)|(\p{N}+)(\p{L}{2,}))$/u

/** Splits a word from a number (`covid19`); undefined for other words and for formulas (`h2o`, `x2`). */
export function splitNumber(word: string): [first: string, second: string] | undefined {
  const [first, second] =
    lettersAndNumber
      .exec(word)
      ?.slice(1)
      .filter((part) => part !== undefined) ?? []
  const isJoined = first !== undefined && second !== undefined && !isStopWord(first) && !isStopWord(second)
  return isJoined ? [first, second] : undefined
}
