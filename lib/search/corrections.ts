import { type Known, type Looking, lookUp } from './lookups'
import { countMistakes, longestCorrected, shortestCorrected, toPieces } from './near-words'

/**
 * From this length on a word may have two mistakes; the second is only looked for among words with the same beginning.
 */
const longEnoughForTwo = 7
const sameBeginning = 3
const mostWithBeginning = 5_000

/** How many times as many headings must have a word that is one more mistake away. */
const mistakeCosts = 50

/** At most `limit` known words that are one mistake away, or two where the word is long, the likeliest first. */
export function* listCorrections(word: string, limit: number): Looking<string[]> {
  if (word.length < shortestCorrected || word.length > longestCorrected || /\d/.test(word)) return []
  const pieces = toPieces(word)
  const isLong = word.length >= longEnoughForTwo
  const beginning = word.slice(0, sameBeginning)
  const [oneMistake] = yield* lookUp({ kind: 'near', words: pieces, pieces: [word, ...pieces] })
  let near = oneMistake()
  if (near.length === 0 && isLong) {
    const [alike] = yield* lookUp({ kind: 'sameBeginning', beginning, limit: mostWithBeginning })
    near = alike()
  }
  const mistakes = isLong ? 2 : 1
  return near
    .map((known) => ({ ...known, mistakes: countMistakes(word, known.word, mistakes) }))
    .filter((known) => known.mistakes > 0 && known.mistakes <= mistakes && known.word.length >= shortestCorrected - 1)
    .sort((a, b) => toLikelihood(b, word) - toLikelihood(a, word) || (a.word < b.word ? -1 : 1))
    .slice(0, limit)
    .map((known) => known.word)
}

/** Frequent words are likelier to be meant, near ones more so, and the first letter is seldom wrong. */
function toLikelihood({ word, questions, mistakes }: Known & { mistakes: number }, typed: string): number {
  return Math.log(questions) - mistakes * Math.log(mistakeCosts) + (word[0] === typed[0] ? 1 : 0)
}
