import { parseQuestionPath } from '@/lib/core/routes'
import type { Question, QuestionKey, QuestionSummary } from '@/lib/core/types'
import {
  type Alike,
  listAlike,
  listSelectiveWords,
  matchesPerWord,
  RelatedChoice,
  relatedCount,
  sortAlike,
} from '@/lib/search/related'
import { listRows, type Store } from '../schema/open'
import { summaryColumns, summaryJoins } from './rows'

/** What to read after a question, and the author's links to it that lead nowhere as written. */
export type Related = { questions: QuestionSummary[]; dead: QuestionKey[] }

type Link = { place: number; exact: number | null; id: number | null }

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

  /** Questions that share rare words of title and keywords, the most alike first. */
  function readAlike(question: Question): Alike[] {
    const wanted = listSelectiveWords(question).map((word) => `{title keywords} : "${word}"`)
    const rows = listRows<{ keys: string | null }>(sql.matches, JSON.stringify(wanted))
    return listAlike(rows.map(({ keys }) => keys?.split(',').map(Number) ?? []))
  }

  function readSummaries(ids: number[]): Map<number, QuestionSummary> {
    const rows = listRows<QuestionSummary & { linked: number }>(sql.summaries, JSON.stringify(ids))
    return new Map(rows.map(({ linked, ...row }) => [linked, row]))
  }

  return {
    readRelated(question: Question): Related {
      const keys = question.details.related.flatMap((address) => parseQuestionPath(address) ?? [])
      const links = keys.length > 0 ? listRows<Link>(sql.links, JSON.stringify(keys)) : []
      const choice = new RelatedChoice(question)
      const linked = links.flatMap(({ id }) => id ?? [])
      const targets = readSummaries(linked)
      choice.offer(linked.flatMap((id) => targets.get(id) ?? []))
      // Most authors' links are enough: what costs more than everything else of a page is then not asked.
      if (!choice.isComplete) {
        const alike = readAlike(question)
        choice.offer(sortAlike(question, alike, readSummaries(alike.map(({ id }) => id))))
      }
      for (const fill of [sql.newestInSubject, sql.newest]) {
        if (choice.isComplete) break
        const parameters = fill === sql.newest ? [2 * relatedCount] : [question.subject, 2 * relatedCount]
        choice.offer(
          listRows<QuestionSummary & { linked: number }>(fill, ...parameters).map(({ linked, ...row }) => row),
        )
      }
      const dead = links.flatMap(({ place, exact }) => (exact === null ? (keys[place] ?? []) : []))
      return { questions: choice.questions, dead }
    },
  }
}
