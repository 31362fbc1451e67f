import { longestCorrected } from '../near-words'
import { isStopWord } from '../stop-words'

/** A part of fewer letters is only split off if the other one has more (`x axis`). */
const shortestPart = 2
const besideLetter = 3

/** The pairs of words that a word may be, written as one. A plural is that of the second. */
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

/** Some words written as one; undefined where that is no word. */
export function joinWords(words: readonly string[]): string | undefined {
  const joined = words.join('')
  const isLong = joined.length > besideLetter || (joined.length === besideLetter && lettersAndNumber.test(joined))
  const isWord = isLong && joined.length <= longestCorrected && !words.some(isStopWord)
  return isWord ? joined : undefined
}

const lettersAndNumber = /^(?:(\p{L}{2,})(\p{N}+)|(\p{N}+)(\p{L}{2,}))$/u

/** A word and the number that it is joined with (`covid19`); undefined for others, and for a formula (`h2o`, `x2`). */
export function splitNumber(word: string): [first: string, second: string] | undefined {
  const [first, second] =
    lettersAndNumber
      .exec(word)
      ?.slice(1)
      .filter((part) => part !== undefined) ?? []
  const isJoined = first !== undefined && second !== undefined && !isStopWord(first) && !isStopWord(second)
  return isJoined ? [first, second] : undefined
}
