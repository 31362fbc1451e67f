import { longestCorrected } from '../near-words'
import { isStopWord } from '../stop-words'

/** A part of fewer letters is only split off if the other one has more (`x axis`). */
const shortestPart = 2
const besideLetter = 4

/** The pairs of words that a word may be, written as one. */
export function listSplits(word: string): [first: string, second: string][] {
  if (!/^[a-z]+$/.test(word) || word.length > longestCorrected) return []
  return Array.from(word, (_, at): [string, string] => [word.slice(0, at), word.slice(at)]).filter(
    ([first, second]) =>
      second.length >= (first.length < shortestPart ? besideLetter : shortestPart) &&
      first.length > 0 &&
      !isStopWord(first) &&
      !isStopWord(second),
  )
}

/** Two words written as one; undefined where that is no word. */
export function joinWords(first: string, second: string): string | undefined {
  const isJoined = first.length + second.length <= longestCorrected && !isStopWord(first) && !isStopWord(second)
  return isJoined && first.length + second.length >= shortestPart + besideLetter - 1 ? first + second : undefined
}
