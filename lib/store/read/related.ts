import { parseQuestionPath } from '@/lib/core/routes'
import type { Question, QuestionKey, QuestionSummary } from '@/lib/core/types'
import {
  type Asked,
  type Candidate,
  chooseAlike,
  listCandidates,
  listSelectiveWords,
  matchesPerWord,
  rankAlike,
} from '@/lib/search/related'
import { listRewordings } from '@/lib/search/rewordings'
import { listRows, type Store } from '../schema/open'
import { toWordedAlike } from '../schema/worded-alike'
import { summaryColumns, summaryJoins } from './rows'

/**
 * What to read after a question: the author's links, the most similar questions, and its rewordings; and the author's
 * links that are dead as written.
 */
export type Related = {
  linked: QuestionSummary[]
  alike: QuestionSummary[]
  rewordings: QuestionSummary[]
  dead: QuestionKey[]
}

type Link = { place: number; exact: number | null; id: number | null }
type Linked = QuestionSummary & { linked: number }
type Match = { word: string; keys: string | null; questions: number | null; total: number | null }

/**
 * What to read next: the author's links in their order (each to its canonical address, a moved target found by its
 * slug; dead, repeated and hidden ones and the question itself left out), and the most similar questions. At most five
 * statements, whose cost does not depend on the size of the library.
 */
export function prepareRelated(store: Store) {
  const indexable = 'q.no_index = 0 AND c.no_index = 0'
  const sql = {
    links: store.prepare(`SELECT place, exact, coalesce(exact, (
        SELECT q.id FROM question q JOIN question c ON c.id = q.canonical_id
        WHERE q.slug = wanted.slug AND ${indexable} ORDER BY q.is_canonical DESC, q.path LIMIT 1
      )) AS id
      FROM (SELECT key AS place, value ->> 'slug' AS slug, (
        SELECT id FROM question WHERE subject = value ->> 'subject' AND slug = value ->> 'slug'
      ) AS exact FROM json_each(?)) wanted ORDER BY place`),
    // All keys of a word as one text: one row per key would be ten times slower.
    matches: store.prepare(`SELECT value ->> 0 AS word, (SELECT '[' || group_concat(rowid) || ']' FROM (
        SELECT rowid FROM question_heading WHERE question_heading MATCH value ->> 1 LIMIT ${matchesPerWord}
      )) AS keys, (SELECT questions FROM word WHERE word = value ->> 0) AS questions,
      (SELECT questions FROM list WHERE list = 'all' AND list.key = '') AS total
      FROM json_each(?) wanted ORDER BY wanted.key`),
    summaries: store.prepare(`SELECT ${summaryColumns}, q.id AS linked FROM question q ${summaryJoins}
      WHERE q.id IN (SELECT value FROM json_each(?)) AND ${indexable}`),
    // The keywords from the index: in a question's row the details come after the answer, and take longer to reach.
    candidates: store.prepare(`SELECT ${summaryColumns}, h.keywords FROM json_each(?) wanted
      CROSS JOIN question q ON q.id = wanted.value ->> 'id' ${summaryJoins}
      CROSS JOIN question_heading h ON h.rowid = wanted.value ->> 'key' WHERE ${indexable}`),
    rewordings: store.prepare(
      `SELECT ${summaryColumns}, q.sense FROM (${toWordedAlike('question', '?1')}) alike JOIN question q USING (id)
       ${summaryJoins} ORDER BY q.id`,
    ),
  }

  function readLinked(question: Question) {
    const keys = question.details.related.flatMap((address) => parseQuestionPath(address) ?? [])
    const links = keys.length > 0 ? listRows<Link>(sql.links, JSON.stringify(keys)) : []
    const ids = links.flatMap(({ id }) => id ?? [])
    const rows = listRows<Linked>(sql.summaries, JSON.stringify(ids)).map(
      ({ linked, ...row }) => [linked, row] as const,
    )
    const targets = new Map<number, QuestionSummary>(rows)
    const linked = new Map(ids.flatMap((id) => targets.get(id) ?? []).map((target) => [target.id, target]))
    linked.delete(question.canonicalId)
    const dead = links.flatMap(({ place, exact }) => (exact === null ? (keys[place] ?? []) : []))
    return { linked: [...linked.values()], dead }
  }

  /** Questions that share rare words of title and keywords, the most similar first. */
  function readAlike(question: Asked) {
    const wanted = listSelectiveWords(question).map((word) => [word, `{title keywords} : "${word}"`])
    const matches = listRows<Match>(sql.matches, JSON.stringify(wanted)).map((match) => ({
      word: match.word,
      keys: JSON.parse(match.keys ?? '[]') as number[],
      questions: match.questions ?? 0,
      total: match.total ?? 0,
    }))
    const wantedKeys = JSON.stringify(listCandidates(question, matches))
    return rankAlike(question, matches, listRows<Candidate>(sql.candidates, wantedKeys))
  }

  /** Other questions that ask the same thing. */
  function readRewordings({ canonicalId, ways }: Question): QuestionSummary[] {
    if (ways === 1) return []
    const rows = listRows<QuestionSummary & { sense: number }>(sql.rewordings, canonicalId)
    const itself = rows.find(({ id }) => id === canonicalId)
    return itself ? listRewordings(itself, rows).map(({ sense: _, ...row }) => row) : []
  }

  return {
    readAlike,
    readRelated(question: Question): Related {
      const { linked, dead } = readLinked(question)
      const rewordings = readRewordings(question)
      return { linked, alike: chooseAlike(question, linked, rewordings, readAlike(question)), rewordings, dead }
    },
  }
}
