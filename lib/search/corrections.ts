import { type Known, type Looking, lookUp } from './lookups'
import { countMistakes, longestCorrected, shortestCorrected, toPieces } from './near-words'

/**
 * From this length on a word may have two mistakes; the second is only looked for among words with the same beginning.
 */
const longEnoughForTwo = 7
const sameBeginning = 3
const mostWithBeginning = 5_000

/** A word that at most this many questions have may be a typo, if none of them has the other words too. */
export const mostSlips = 2

/** How many times as many headings must have a word that is one more mistake away. */
const mistakeCosts = 50

/** At most `limit` known words that are one mistake away, or two where the word is long, the likeliest first. */
export function* listCorrections(word: string, limit: number): Looking<() => Known[]> {
  if (word.length < shortestCorrected || word.length > longestCorrected || /\d/.test(word)) return () => []
  const isLong = word.length >= longEnoughForTwo
  const beginning = isLong ? word.slice(0, sameBeginning) : undefined
  const pieces = toPieces(word)
  const [near] = yield* lookUp({ kind: 'near', word, most: mostSlips, pieces, beginning, limit: mostWithBeginning })
  const mistakes = isLong ? 2 : 1
  return () =>
    near()
      .map((known) => ({ ...known, mistakes: countMistakes(word, known.word, mistakes) }))
      .filter((known) => known.mistakes > 0 && known.mistakes <= mistakes && known.word.length >= shortestCorrected - 1)
      .sort((a, b) => toLikelihood(b, word) - toLikelihood(a, word) || (a.word < b.word ? -1 : 1))
      .slice(0, limit)
}

/** Frequent words are likelier to be meant, near ones more so, and the first letter is seldom wrong. */
function toLikelihood({ word, questions, mistakes }: Known & { mistakes: number }, typed: string): number {
  return Math.log(questions) - mistakes * Math.log(mistakeCosts) + (word[0] === typed[0] ? 1 : 0)
}
