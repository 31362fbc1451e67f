import { compareText } from '@/lib/core/compare-text'
import { longestWord, splitWords, toStem } from '@/lib/core/words'
import { longestCorrected, shortestCorrected } from '@/lib/search/near-words'
import { toSounds } from '@/lib/search/sounds'
import { isStopWord } from '@/lib/search/stop-words'
import { allWords } from '@/lib/search/worth'
import type { Store } from '../schema/open'

/** How many words are held in memory before they are written. */
const maxCached = 100_000

const letters = Array.from({ length: longestCorrected }, (_, index) => `(${index + 1})`).join(', ')

/** The pieces of words (lib/search/near-words.ts) in a JSON list: only of words without digits, not short or very long. */
const pieces = `SELECT DISTINCT substr(value, 1, place.column1 - 1) || substr(value, place.column1 + 1) AS piece, value AS word
  FROM json_each(?), (VALUES ${letters}) place
  WHERE length(value) BETWEEN ${shortestCorrected} AND ${longestCorrected} AND value NOT GLOB '*[0-9]*'
    AND place.column1 <= length(value) ORDER BY 1, 2`

/** The sounds of words, stored like the other pieces. */
const sounds = `SELECT value ->> 0 AS piece, value ->> 1 AS word FROM json_each(?)`

type Heading = { title: string; keywords: string; subject: string }

/** How many more headings and titles have a word, and how many more of these titles repeat it among their keywords. */
type Change = { questions: number; titled: number; repeated: number }

/** Counts the words of headings. A compile touches only those of headings that it adds or removes. */
export class Vocabulary {
  private readonly changes = new Map<string, Change>()
  private readonly sql: ReturnType<typeof prepare>

  constructor(store: Store) {
    this.sql = prepare(store)
  }

  /** Adds (`change` 1) or removes (-1) the words of a heading. */
  count({ title, keywords, subject }: Heading, change: 1 | -1) {
    const titleWords = new Set(splitWords(title))
    const keywordWords = splitWords(keywords)
    const keywordStems = new Set(keywordWords.map(toStem))
    const all = this.changeOf(allWords)
    all.questions += change
    for (const word of new Set([...titleWords, ...keywordWords, ...splitWords(subject)])) {
      if (word.startsWith('0') || word.length > longestWord) continue
      const counted = this.changeOf(word)
      counted.questions += change
      if (!titleWords.has(word)) continue
      const repeated = keywordStems.has(toStem(word)) ? change : 0
      counted.titled += change
      counted.repeated += repeated
      if (isStopWord(word)) continue
      all.titled += change
      all.repeated += repeated
    }
    if (this.changes.size > maxCached) this.write()
  }

  write() {
    const added: string[] = []
    const removed: string[] = []
    for (const word of [...this.changes.keys()].sort()) {
      const { questions, titled, repeated } = this.changeOf(word)
      if (questions === 0 && titled === 0 && repeated === 0) continue
      if (this.sql.add.run(questions, titled, repeated, word).changes === 0) {
        this.sql.insert.run(word, questions, titled, repeated)
        added.push(word)
      } else if (questions < 0 && this.sql.removeUnused.run(word).changes > 0) removed.push(word)
    }
    this.sql.insertPieces.run(JSON.stringify(added))
    this.sql.insertSounds.run(listSounds(added))
    this.sql.removePieces.run(JSON.stringify(removed))
    this.sql.removeSounds.run(listSounds(removed))
    this.changes.clear()
  }

  private changeOf(word: string): Change {
    const known = this.changes.get(word)
    if (known) return known
    const change = { questions: 0, titled: 0, repeated: 0 }
    this.changes.set(word, change)
    return change
  }
}

/** The pairs of sounds and words, in their order, as JSON. */
function listSounds(words: readonly string[]): string {
  const pairs = words.flatMap((word) => toSounds(word).map((sound) => [sound, word] as const))
  return JSON.stringify(pairs.sort(([a], [b]) => compareText(a, b)))
}

function prepare(store: Store) {
  return {
    add: store.prepare(
      'UPDATE word SET questions = questions + ?, titled = titled + ?, repeated = repeated + ? WHERE word = ?',
    ),
    insert: store.prepare('INSERT INTO word (word, questions, titled, repeated) VALUES (?, ?, ?, ?)'),
    removeUnused: store.prepare('DELETE FROM word WHERE word = ? AND questions = 0'),
    insertPieces: store.prepare(`INSERT INTO word_piece ${pieces}`),
    removePieces: store.prepare(`DELETE FROM word_piece WHERE (piece, word) IN (${pieces})`),
    insertSounds: store.prepare(`INSERT INTO word_piece ${sounds}`),
    removeSounds: store.prepare(`DELETE FROM word_piece WHERE (piece, word) IN (${sounds})`),
  }
}
