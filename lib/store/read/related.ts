import { parseQuestionPath } from '@/lib/core/routes'
import type { Question, QuestionKey, QuestionSummary } from '@/lib/core/types'
import { toWords } from '@/lib/core/words'
import { toQuestionId } from '../schema/heading-key'
import { listRows, type Store } from '../schema/open'
import { summaryColumns, summaryJoins } from './rows'

/** Questions in the sidebar. */
export const relatedCount = 5

/** How many questions one word may bring up. It bounds the work; a common word says little about similarity anyway. */
const matchesPerWord = 300
const wordsPerQuestion = 12

/** How much more similarity counts within one subject. */
const sameSubject = 1.25

/** How many words a question of another subject must share: a single one may be a coincidence. */
const sharedAcrossSubjects = 2

const commonWords = new Set(
  `about after also and are between can definition describe did different difference does each explain example examples
  for from give has have how into its make main mean many more most other role provide several significance some such
  than that the their them there these they this through used uses using was were what when where which while who why
  will with work works would you your`.split(/\s+/),
)

/** What to read after a question, and the author's links to it that lead nowhere as written. */
export type Related = { questions: QuestionSummary[]; dead: QuestionKey[] }

type Link = { place: number; exact: number | null; id: number | null }
type Likeness = { score: number; words: number }

/**
 * What to read next: the author's links in their order (each to its canonical address, a moved target found by its
 * slug; dead, repeated and hidden ones and the question itself left out), filled up with the most similar questions.
 * At most six statements, whose cost does not depend on the size of the library.
 */
export function prepareRelated(store: Store) {
  const indexable = 'q.no_index = 0 AND c.no_index = 0'
  const summary = `SELECT ${summaryColumns}, q.id AS linked FROM question q ${summaryJoins}`
  const sql = {
    links: store.prepare(`SELECT place, exact, coalesce(exact, (
        SELECT q.id FROM question q JOIN question c ON c.id = q.canonical_id
        WHERE q.slug = wanted.slug AND ${indexable} ORDER BY q.is_canonical DESC, q.path LIMIT 1
      )) AS id
      FROM (SELECT key AS place, value ->> 'slug' AS slug, (
        SELECT id FROM question WHERE subject = value ->> 'subject' AND slug = value ->> 'slug'
      ) AS exact FROM json_each(?)) wanted ORDER BY place`),
    // All keys of a word concatenated: one row for each would be ten times slower.
    matches: store.prepare(`SELECT (SELECT group_concat(rowid) FROM (
        SELECT rowid FROM question_heading WHERE question_heading MATCH value LIMIT ${matchesPerWord}
      )) AS keys FROM json_each(?)`),
    summaries: store.prepare(`${summary} WHERE q.id IN (SELECT value FROM json_each(?)) AND ${indexable}`),
    newestInSubject: store.prepare(`${summary} WHERE q.subject = ? AND ${indexable} ORDER BY q.newest_key LIMIT ?`),
    newest: store.prepare(`${summary} WHERE q.is_canonical = 1 AND ${indexable} ORDER BY q.newest_key LIMIT ?`),
  }

  /** Questions that share rare words of title and keywords, by id, the most alike first. */
  function listAlike(question: Question): [id: number, likeness: Likeness][] {
    const found = new Map<number, Likeness>()
    const wanted = listSelectiveWords(question).map((word) => `{title keywords} : "${word}"`)
    for (const { keys } of listRows<{ keys: string | null }>(sql.matches, JSON.stringify(wanted))) {
      const matches = keys ? keys.split(',').map((key) => toQuestionId(Number(key))) : []
      const weight = 1 / Math.log2(2 + matches.length) ** 2
      for (const id of new Set(matches)) {
        const { score, words } = found.get(id) ?? { score: 0, words: 0 }
        found.set(id, { score: score + weight, words: words + 1 })
      }
    }
    return [...found].sort(([idA, a], [idB, b]) => b.score - a.score || idA - idB).slice(0, 3 * relatedCount)
  }

  function readSummaries(ids: number[]): Map<number, QuestionSummary> {
    const rows = listRows<QuestionSummary & { linked: number }>(sql.summaries, JSON.stringify(ids))
    return new Map(rows.map(({ linked, ...row }) => [linked, row]))
  }

  return {
    readRelated(question: Question): Related {
      const keys = question.details.related.flatMap((address) => parseQuestionPath(address) ?? [])
      const links = keys.length > 0 ? listRows<Link>(sql.links, JSON.stringify(keys)) : []
      const chosen = new Map<number, QuestionSummary>()
      const choose = (rows: Iterable<QuestionSummary>) => {
        for (const row of rows) {
          if (chosen.size < relatedCount && row.id !== question.canonicalId) chosen.set(row.id, row)
        }
      }
      const linked = links.flatMap(({ id }) => id ?? [])
      const targets = readSummaries(linked)
      choose(linked.flatMap((id) => targets.get(id) ?? []))
      // Most authors' links are enough: what costs more than everything else of a page is then not asked.
      if (chosen.size < relatedCount) {
        const alike = listAlike(question)
        choose(sortAlike(question, alike, readSummaries(alike.map(([id]) => id))))
      }
      for (const fill of [sql.newestInSubject, sql.newest]) {
        if (chosen.size === relatedCount) break
        const parameters = fill === sql.newest ? [2 * relatedCount] : [question.subject, 2 * relatedCount]
        choose(listRows<QuestionSummary & { linked: number }>(fill, ...parameters).map(({ linked, ...row }) => row))
      }
      const dead = links.flatMap(({ place, exact }) => (exact === null ? (keys[place] ?? []) : []))
      return { questions: [...chosen.values()], dead }
    },
  }
}

/** Prefers the same subject; a question of another one must share more than one word. */
function sortAlike(
  { subject }: Question,
  alike: readonly [number, Likeness][],
  summaries: ReadonlyMap<number, QuestionSummary>,
): QuestionSummary[] {
  return alike
    .flatMap(([id, { score, words }]) => {
      const row = summaries.get(id)
      if (row?.subject === subject) return [{ row, score: score * sameSubject }]
      return row && words >= sharedAcrossSubjects ? [{ row, score }] : []
    })
    .sort((a, b) => b.score - a.score)
    .map(({ row }) => row)
}

/** The words that say what a question is about, those of its title first. */
function listSelectiveWords({ title, details }: Question): string[] {
  const words = toWords(`${title} ${details.keywords.join(' ')}`)
  return [...new Set(words)].filter((word) => word.length > 2 && !commonWords.has(word)).slice(0, wordsPerQuestion)
}
