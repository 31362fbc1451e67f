import { parseQuestionPath } from '@/lib/core/routes'
import type { Question, QuestionKey, QuestionSummary } from '@/lib/core/types'
import { toStem } from '@/lib/core/words'
import type { QuestionPage } from '@/lib/library/pages'
import { listQuestionReads } from '@/lib/library/question-reads'
import { type NoteKeys, readKeys } from '@/lib/library/reads'
import { chooseNext, listPossibleTopics, listSteps, type PossibleTopic } from '@/lib/search/next'
import {
  type Candidate,
  chooseAlike,
  listCandidates,
  listSelectiveWords,
  matchesPerWord,
  rankAlike,
} from '@/lib/search/related'
import { listRewordings } from '@/lib/search/rewordings'
import { type QuestionRow, toQuestion } from '@/lib/store/schema/question-row'
import { toWordedAlike } from '@/lib/store/schema/worded-alike'
import type { prepareLists } from './lists'
import type { Ask } from './session'
import { summaryColumns, toSummaryJoins } from './summaries'

type Link = { [Column in keyof QuestionSummary]: QuestionSummary[Column] | null } & {
  place: number
  exact: number | null
}
type Match = { keys: number[]; questions: number | null; total: number | null }

const indexable = 'q.no_index = 0 AND c.no_index = 0'

/** Single questions, and what their pages show. */
export function prepareQuestions(s: string, lists: ReturnType<typeof prepareLists>) {
  const joins = toSummaryJoins(s)
  // The targets of links, a moved one found by its slug; the id is NULL for those that may not be shown.
  const links = (
    keys: string,
  ) => `SELECT l.place, l.exact, c.id, c.subject, c.slug, c.title, c.title_html AS "titleHtml", c.description, c.date,
      c.ways, c.subject_title AS "subjectTitle"
    FROM (SELECT place, exact, coalesce(exact, (
        SELECT q.id FROM ${s}.question q JOIN ${s}.question c ON c.id = q.canonical_id
        WHERE q.slug = wanted.slug AND ${indexable} ORDER BY q.is_canonical DESC, q.path LIMIT 1
      )) AS id
      FROM (SELECT place, w.key ->> 'slug' AS slug, (
        SELECT id FROM ${s}.question WHERE subject = w.key ->> 'subject' AND slug = w.key ->> 'slug'
      ) AS exact FROM json_array_elements(${keys}::json) WITH ORDINALITY w(key, place)) wanted
    ) l LEFT JOIN LATERAL (
      SELECT c.*, s.title AS subject_title FROM ${s}.question q ${joins} WHERE q.id = l.id AND ${indexable}
    ) c ON true`
  const sql = {
    get: {
      name: 'question',
      text: `SELECT q.id, q.subject, q.slug, q.path, q.title, q.description, q.date, p.sort AS "pathKey", q.author,
          q.no_index, q.author_name AS "authorName", q.answer, q.answer_breaks, q.details,
          q.canonical_id AS "canonicalId", c.ways,
          1 + (SELECT count(*) FROM ${s}.question t WHERE t.subject = q.subject AND t.no_index = 0
            AND t.az_key > q.title_key || chr(1) AND t.az_key < q.az_key) AS "titleOrdinal",
          s.title AS "subjectTitle", s.badge AS "subjectBadge", c.subject AS canonical_subject, c.slug AS canonical_slug
        FROM ${s}.question q JOIN ${s}.question c ON c.id = q.canonical_id JOIN ${s}.subject s ON s.slug = q.subject
          LEFT JOIN ${s}.path p ON p.question_id = q.id
        WHERE q.subject = $1 AND q.slug = $2`,
    },
    steps: {
      name: 'steps',
      text: `SELECT ${summaryColumns} FROM ${s}.question q ${joins} WHERE q.id = ANY ($1::bigint[])`,
    },
    places: {
      name: 'places',
      text: `SELECT question_id AS id, sort FROM ${s}.path WHERE question_id = ANY ($1::bigint[])`,
    },
    links: { name: 'links', text: `${links('$1')} ORDER BY l.place` },
    matches: {
      name: 'matches',
      text: `SELECT (SELECT coalesce(json_agg(key), '[]') FROM (
            SELECT key FROM ${s}.heading_posting p WHERE p.stem = wanted.stem AND p.columns & 3 <> 0
            ORDER BY key LIMIT ${matchesPerWord}
          ) k) AS keys, (SELECT questions FROM ${s}.word w WHERE w.word = wanted.word) AS questions,
          (SELECT questions FROM ${s}.list WHERE list = 'all' AND key = '') AS total
        FROM unnest($1::text[], $2::text[]) WITH ORDINALITY wanted(word, stem, place) ORDER BY place`,
    },
    candidates: {
      name: 'candidates',
      text: `SELECT ${summaryColumns}, h.keywords FROM unnest($1::bigint[], $2::bigint[]) wanted(id, key)
        JOIN ${s}.question q ON q.id = wanted.id ${joins} JOIN ${s}.heading h ON h.key = wanted.key WHERE ${indexable}`,
    },
    rewordings: {
      name: 'rewordings',
      text: `SELECT ${summaryColumns}, q.sense FROM (${toWordedAlike(`${s}.question`, '$1::bigint')}) alike
        JOIN ${s}.question q USING (id) ${joins} ORDER BY q.id`,
    },
  }

  async function getQuestion(ask: Ask, { subject, slug }: QuestionKey): Promise<Question | undefined> {
    const [row] = await ask<QuestionRow>(sql.get, subject, slug)
    return row && toQuestion(row)
  }

  /** What to read after a question (lib/store/read/related.ts), and the links that are dead as written. */
  async function readRelated(ask: Ask, question: Question) {
    const keys = question.details.related.flatMap((address) => parseQuestionPath(address) ?? [])
    const words = listSelectiveWords(question)
    const [links, found, worded] = await Promise.all([
      ask<Link>(sql.links, JSON.stringify(keys)),
      ask<Match>(sql.matches, words, words.map(toStem)),
      question.ways > 1 ? ask<QuestionSummary & { sense: number }>(sql.rewordings, question.canonicalId) : [],
    ])
    const shown = links.filter(({ id }) => id !== null && id !== question.canonicalId) as QuestionSummary[]
    const linked = [...new Map(shown.map((link) => [link.id, toSummary(link)])).values()]
    const itself = worded.find(({ id }) => id === question.canonicalId)
    const rewordings = itself ? listRewordings(itself, worded).map(toSummary) : []
    const matches = found.map(({ keys, questions, total }, index) => ({
      word: words[index] as string,
      keys,
      questions: questions ?? 0,
      total: total ?? 0,
    }))
    const wanted = listCandidates(question, matches)
    const ids = wanted.map(({ id }) => id)
    const [candidates, places] = await Promise.all([
      ask<Candidate>(
        sql.candidates,
        ids,
        wanted.map(({ key }) => key),
      ),
      // The next step may be one of them: reading these later would cost another round trip.
      ask<{ id: number; sort: string }>(sql.places, [...ids, ...linked.map(({ id }) => id)]),
    ])
    const alike = chooseAlike(question, linked, rewordings, rankAlike(question, matches, candidates)).map(toSummary)
    const dead = links.flatMap(({ place, exact }) => (exact === null ? (keys[place - 1] ?? []) : []))
    return { linked, alike, rewordings, dead, places: new Map(places.map(({ id, sort }) => [id, sort])) }
  }

  /** The topics of a question, and the next steps on their paths. */
  async function readTopics(ask: Ask, subject: string, possible: PossibleTopic[]) {
    const topics = await lists(ask).listTopicsAmong(subject, possible)
    const steps = listSteps(topics)
    const rows = await ask<QuestionSummary>(
      sql.steps,
      steps.map(({ id }) => id),
    )
    return { topics, steps, summaries: new Map(rows.map((row) => [row.id, row])) }
  }

  return {
    getQuestion,

    /**
     * Everything that the page of a question shows, in three round trips; undefined if there is no such question.
     */
    async readQuestionPage(ask: Ask, note: NoteKeys, key: QuestionKey): Promise<QuestionPage | undefined> {
      const question = await getQuestion(ask, key)
      if (!question) {
        note([readKeys.absent(key)])
        return undefined
      }
      const possible = listPossibleTopics(question)
      const [{ linked, alike, rewordings, dead, places }, { topics, steps, summaries }] = await Promise.all([
        readRelated(ask, question),
        readTopics(ask, question.subject, possible),
      ])
      const next = chooseNext(question, {
        steps,
        summaries,
        rewordings,
        near: [...linked, ...alike],
        listPlaces: () => places,
      })
      const shown = topics.map(({ slug, name }) => ({ slug, name }))
      const page = { question, related: linked, alike, rewordings, topics: shown, next }
      note(listQuestionReads(page, { dead, steps, topics: possible.map(([topic]) => topic) }))
      return page
    },
  }
}

function toSummary(row: QuestionSummary): QuestionSummary {
  const { id, subject, slug, title, titleHtml, description, date, subjectTitle, ways } = row
  return { id, subject, slug, title, titleHtml, description, date, subjectTitle, ways }
}
