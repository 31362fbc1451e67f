import { countMistakes, longestCorrected, shortestCorrected, toPieces } from '@/lib/search/near-words'
import { listRows, type Store } from '../schema/open'

/**
 * From this length on a word may have two mistakes; the second is only looked for among words with the same beginning.
 */
const longEnoughForTwo = 7
const sameBeginning = 3
const mostWithBeginning = 5_000

/** How many times as many headings must have a word that is one more mistake away. */
const mistakeCosts = 50

type Known = { word: string; questions: number }

/** Suggests words of the library for misspelt ones. */
export function prepareCorrections(store: Store) {
  const sql = {
    oneMistake: store.prepare(`SELECT word, questions FROM word WHERE word IN (
        SELECT word FROM word_piece WHERE piece IN (SELECT value FROM json_each(?1)) UNION ALL SELECT value FROM json_each(?2))`),
    sameBeginning: store.prepare('SELECT word, questions FROM word WHERE word >= ? AND word < ? LIMIT ?'),
  }

  return {
    /** At most `limit` known words that are one mistake away, or two where the word is long, the likeliest first. */
    listCorrections(word: string, limit: number): string[] {
      if (word.length < shortestCorrected || word.length > longestCorrected || /\d/.test(word)) return []
      const pieces = toPieces(word)
      const near = listRows<Known>(sql.oneMistake, JSON.stringify([word, ...pieces]), JSON.stringify(pieces))
      if (near.length === 0 && word.length >= longEnoughForTwo) {
        const beginning = word.slice(0, sameBeginning)
        near.push(...listRows<Known>(sql.sameBeginning, beginning, `${beginning}\u{10ffff}`, mostWithBeginning))
      }
      const mistakes = word.length >= longEnoughForTwo ? 2 : 1
      return near
        .map((known) => ({ ...known, mistakes: countMistakes(word, known.word, mistakes) }))
        .filter(
          (known) => known.mistakes > 0 && known.mistakes <= mistakes && known.word.length >= shortestCorrected - 1,
        )
        .sort((a, b) => toLikelihood(b, word) - toLikelihood(a, word) || (a.word < b.word ? -1 : 1))
        .slice(0, limit)
        .map((known) => known.word)
    },
  }
}

/** Frequent words are likelier to be meant, near ones more so, and the first letter is seldom wrong. */
function toLikelihood({ word, questions, mistakes }: Known & { mistakes: number }, typed: string): number {
  return Math.log(questions) - mistakes * Math.log(mistakeCosts) + (word[0] === typed[0] ? 1 : 0)
}
