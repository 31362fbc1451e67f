import { LRUCache } from 'lru-cache'
import { parseQuestionPath } from '@/lib/core/routes'
import type { Question, QuestionKey, QuestionSummary } from '@/lib/core/types'
import { toWords } from '@/lib/core/words'
import { toQuestionId } from '../schema/heading-key'
import { getRow, listRows, type Store } from '../schema/open'
import { summaryColumns, summaryJoins } from './rows'

/** Questions in the sidebar. */
export const relatedCount = 5

/** How many questions one word may bring up. It bounds the work: a common word tells little about likeness anyway. */
const matchesPerWord = 300
const wordsPerQuestion = 12

/** How much more a likeness counts within one subject. */
const sameSubject = 1.25

/** So many words must be shared with a question of another subject: one alone may be there by chance. */
const sharedAcrossSubjects = 2

const commonWords = new Set(
  `about after also and are between can definition describe did different difference does each explain example examples
  for from give has have how into its make main mean many more most other role provide several significance some such
  than that the their them there these they this through used uses using was were what when where which while who why
  will with work works would you your`.split(/\s+/),
)

/**
 * What to read next: the author's links in their order (each to its owner's address, a moved target found by its slug,
 * the dead, the doubled, the question itself and those kept from search engines left out), filled up with the most
 * similar questions. At a cost that does not depend on the size of the library.
 */
export function prepareRelated(store: Store) {
  const indexable = 'q.no_index = 0 AND o.no_index = 0'
  const summary = `SELECT ${summaryColumns} FROM question q ${summaryJoins}`
  const sql = {
    byAddress: store.prepare(`${summary} WHERE q.subject = ? AND q.slug = ? AND ${indexable}`),
    exists: store.prepare('SELECT 1 FROM question WHERE subject = ? AND slug = ?'),
    bySlug: store.prepare(`${summary} WHERE q.slug = ? AND ${indexable} ORDER BY q.is_owner DESC, q.path LIMIT 1`),
    byId: store.prepare(`${summary} WHERE q.id = ? AND ${indexable}`),
    // One text of all ids: a row of its own for each would cost ten times as much.
    matches: store.prepare(
      'SELECT group_concat(rowid) AS keys FROM (SELECT rowid FROM question_heading WHERE question_heading MATCH ? LIMIT ?)',
    ),
    sequence: store.prepare("SELECT value FROM meta WHERE key = 'sequence'"),
    newestInSubject: store.prepare(`${summary} WHERE q.subject = ? AND ${indexable} ORDER BY q.newest_key LIMIT ?`),
    newest: store.prepare(`${summary} WHERE q.is_owner = 1 AND ${indexable} ORDER BY q.newest_key LIMIT ?`),
  }

  const exists = ({ subject, slug }: QuestionKey) => getRow(sql.exists, subject, slug) !== undefined

  function followLink(address: string): QuestionSummary | undefined {
    const key = parseQuestionPath(address)
    if (!key) return undefined
    return exists(key) ? getRow(sql.byAddress, key.subject, key.slug) : getRow(sql.bySlug, key.slug)
  }

  /** Questions that share rare words of title and keywords, the most alike first, those of the same subject preferred. */
  function listSimilar(question: Question): QuestionSummary[] {
    const found = new Map<number, { score: number; words: number }>()
    for (const word of listTellingWords(question)) {
      const keys = getRow<{ keys: string | null }>(sql.matches, `{title keywords} : "${word}"`, matchesPerWord)?.keys
      const matches = keys ? keys.split(',').map((key) => toQuestionId(Number(key))) : []
      const weight = 1 / Math.log2(2 + matches.length) ** 2
      for (const id of new Set(matches)) {
        const { score, words } = found.get(id) ?? { score: 0, words: 0 }
        found.set(id, { score: score + weight, words: words + 1 })
      }
    }
    const best = [...found].sort(([idA, a], [idB, b]) => b.score - a.score || idA - idB).slice(0, 3 * relatedCount)
    return best
      .flatMap(([id, { score, words }]) => {
        const row = getRow<QuestionSummary>(sql.byId, id)
        if (row?.subject === question.subject) return [{ row, score: score * sameSubject }]
        return row && words >= sharedAcrossSubjects ? [{ row, score }] : []
      })
      .sort((a, b) => b.score - a.score)
      .map(({ row }) => row)
  }

  function* listCandidates(question: Question): Generator<QuestionSummary | undefined> {
    for (const address of question.details.related) yield followLink(address)
    yield* listSimilar(question)
    yield* listRows<QuestionSummary>(sql.newestInSubject, question.subject, 2 * relatedCount)
    yield* listRows<QuestionSummary>(sql.newest, 2 * relatedCount)
  }

  function chooseRelated(question: Question): QuestionSummary[] {
    const chosen = new Map<number, QuestionSummary>()
    for (const candidate of listCandidates(question)) {
      if (candidate && candidate.id !== question.ownerId) chosen.set(candidate.id, candidate)
      if (chosen.size === relatedCount) break
    }
    return [...chosen.values()]
  }

  /** The last answers: right after a page was rendered, the page cache asks again what it shows. */
  const answers = new LRUCache<string, QuestionSummary[]>({ max: 64 })

  return {
    listRelated(question: Question): QuestionSummary[] {
      const key = `${question.id} ${getRow<{ value: number }>(sql.sequence)?.value}`
      const related = answers.get(key) ?? chooseRelated(question)
      answers.set(key, related)
      return related
    },

    /** The author's links that lead nowhere as written. */
    listDeadLinks: (question: Question): QuestionKey[] =>
      question.details.related.flatMap((address) => parseQuestionPath(address) ?? []).filter((key) => !exists(key)),
  }
}

/** The words that say what a question is about, those of its title first. */
function listTellingWords({ title, details }: Question): string[] {
  const words = toWords(`${title} ${details.keywords.join(' ')}`)
  return [...new Set(words)].filter((word) => word.length > 2 && !commonWords.has(word)).slice(0, wordsPerQuestion)
}
