import { toStem } from '@/lib/core/words'
import type { Query, Unit } from '@/lib/search/query'
import type { Term } from '@/lib/search/score'
import { isStopWord } from '@/lib/search/stop-words'
import { getRow, listRows, type Store } from '../schema/open'

/** A term as the store searches for it. */
export type SearchTerm = Term & {
  unit: Unit
  /** Its expression in a full-text query. */
  match: string
  /** Roughly how many headings have it, or how many answers if no heading has it; 0: nowhere. */
  questions: number
  /** Whether only answers have it: words for what a question is about are mostly in some heading too. */
  belowHeadings: boolean
  /** Stop words count in the ranking, but do not select candidates. */
  stopWord: boolean
}

/** How many completions of an unfinished word are searched for. */
const completions = 6

/** A single letter weighs less than its rareness suggests: it is a variable in one answer and a vitamin in another. */
const singleLetterFactor = 0.4
const stopWordFactor = 0.3

/** A word that no heading has is rarely what a question is about. */
const belowHeadingsFactor = 0.75

/** How many words with the same beginning are considered. */
const mostBeginning = 20_000

/** Counting stops here: a term with this many matches weighs the same as one with more. */
const mostCounted = 500

/** The exponent of a term's weight: how much more a rare word counts than a common one. */
const rareness = 1.5

/** Looks up how common the words of a query are in this library. */
export function prepareTerms(store: Store) {
  const counter = (table: string) =>
    store.prepare(`SELECT count(*) AS questions FROM (SELECT 1 FROM ${table} WHERE ${table} MATCH ? LIMIT ?)`)
  const sql = {
    word: store.prepare('SELECT questions FROM word WHERE word = ?'),
    beginning: store.prepare(`SELECT word, questions FROM (
        SELECT word, questions FROM word WHERE word > ? AND word < ? LIMIT ${mostBeginning}
      ) ORDER BY questions DESC LIMIT ?`),
    inHeadings: counter('question_heading'),
    inText: counter('question_text'),
    total: store.prepare("SELECT questions FROM list WHERE list = 'all' AND key = ''"),
  }

  const count = (statement: typeof sql.inText, match: string) =>
    getRow<{ questions: number }>(statement, match, mostCounted)?.questions ?? 0

  function toTerm(unit: Unit, unfinished: boolean, total: number): SearchTerm {
    const word = unit.words.join(' ')
    const known = unit.words.length === 1 ? (getRow<{ questions: number }>(sql.word, word)?.questions ?? 0) : 0
    const later =
      unfinished && word.length > 1
        ? listRows<{ word: string; questions: number }>(sql.beginning, word, `${word}\u{10ffff}`, completions)
        : []
    const forms = [word, ...later.map((row) => row.word)]
    const match = forms.map((form) => `"${form}"`).join(' OR ')
    const sum = known + later.reduce((uses, row) => uses + row.questions, 0)
    const above = sum || count(sql.inHeadings, match)
    const questions = above || count(sql.inText, match)
    const stopWord = isStopWord(word)
    const factor = stopWord ? stopWordFactor : word.length === 1 ? singleLetterFactor : 1
    return {
      unit,
      words: [...new Set(forms.flatMap((form) => form.split(' ')))],
      match: `(${match})`,
      questions,
      belowHeadings: above === 0,
      stopWord,
      forms: forms.map((form) => form.split(' ').map(toStem)),
      weight: Math.log(1 + total / (1 + questions)) ** rareness * factor * (above === 0 ? belowHeadingsFactor : 1),
    }
  }

  const countTotal = () => getRow<{ questions: number }>(sql.total)?.questions ?? 0

  return {
    countTotal,
    listTerms({ units, typing }: Query): SearchTerm[] {
      const total = countTotal()
      return units.map((unit, index) => toTerm(unit, typing && !unit.quoted && index === units.length - 1, total))
    },
  }
}
