import { parseQuestionPath } from '@/lib/core/routes'
import { toTopicKey } from '@/lib/core/topics'
import type { Question, QuestionKey, QuestionSummary } from '@/lib/core/types'
import { toStem } from '@/lib/core/words'
import type { Noted } from '@/lib/library/noted'
import type { QuestionPage } from '@/lib/library/pages'
import { readKeys } from '@/lib/library/reads'
import { findNear, findStep, listPossibleTopics, listSteps, type PossibleTopic } from '@/lib/search/next'
import {
  listAlike,
  listSelectiveWords,
  matchesPerWord,
  RelatedChoice,
  relatedCount,
  sortAlike,
} from '@/lib/search/related'
import type { prepareLists } from './lists'
import type { Ask } from './session'
import { summaryColumns, toSummaryJoins } from './summaries'

type Row = Omit<Question, 'noIndex' | 'answer' | 'details' | 'canonical'> & {
  no_index: number
  answer: string
  answer_breaks: 'literal' | 'real'
  details: string
  canonical_subject: string
  canonical_slug: string
}

type Linked = QuestionSummary & { linked: number }
type Link = { [Column in keyof Linked]: Linked[Column] | null } & { place: number; exact: number | null }

const indexable = 'q.no_index = 0 AND c.no_index = 0'

/** Single questions, and what their pages show. */
export function prepareQuestions(s: string, lists: ReturnType<typeof prepareLists>) {
  const joins = toSummaryJoins(s)
  const summary = `SELECT ${summaryColumns}, q.id AS linked FROM ${s}.question q ${joins}`
  // The targets of links, a moved one found by its slug; those that may not be shown have no id of a page.
  const links = (
    keys: string,
  ) => `SELECT l.place, l.exact, c.id, c.subject, c.slug, c.title, c.title_html AS "titleHtml", c.description, c.date,
      c.subject_title AS "subjectTitle", l.id AS linked
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
          q.canonical_id AS "canonicalId",
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
    // Most authors' links are enough: what costs more than everything else of a page is then not looked for.
    matches: {
      name: 'matches',
      text: `SELECT (SELECT coalesce(json_agg(key), '[]') FROM (
            SELECT key FROM ${s}.heading_posting p WHERE p.stem = word.stem AND p.columns & 3 <> 0
            ORDER BY key LIMIT ${matchesPerWord}
          ) k) AS keys
        FROM unnest($1::text[]) WITH ORDINALITY word(stem, place)
        WHERE (SELECT count(DISTINCT id) FROM (${links('$2')}) linked WHERE id <> $3::bigint) < ${relatedCount}
        ORDER BY place`,
    },
    summaries: { name: 'summaries', text: `${summary} WHERE q.id = ANY ($1::bigint[]) AND ${indexable}` },
    newestInSubject: {
      name: 'newest-in-subject',
      text: `${summary} WHERE q.subject = $1 AND ${indexable} ORDER BY q.newest_key, q.id LIMIT $2`,
    },
    newest: {
      name: 'newest',
      text: `${summary} WHERE q.is_canonical = 1 AND ${indexable} ORDER BY q.newest_key, q.id LIMIT $1`,
    },
  }

  async function getQuestion(ask: Ask, { subject, slug }: QuestionKey): Promise<Question | undefined> {
    const [row] = await ask<Row>(sql.get, subject, slug)
    if (!row) return undefined
    const { no_index, answer, answer_breaks, details, canonical_subject, canonical_slug, ...columns } = row
    return {
      ...columns,
      noIndex: no_index === 1,
      answer: { text: answer, breaks: answer_breaks },
      details: JSON.parse(details),
      canonical: { subject: canonical_subject, slug: canonical_slug },
    }
  }

  /** What to read after a question (lib/store/read/related.ts), and the links that lead nowhere as written. */
  async function readRelated(ask: Ask, question: Question) {
    const keys = question.details.related.flatMap((address) => parseQuestionPath(address) ?? [])
    const wanted = JSON.stringify(keys)
    const stems = listSelectiveWords(question).map(toStem)
    const [links, matches] = await Promise.all([
      ask<Link>(sql.links, wanted),
      ask<{ keys: number[] }>(sql.matches, stems, wanted, question.canonicalId),
    ])
    const choice = new RelatedChoice(question)
    choice.offer(links.filter(({ id }) => id !== null).map((link) => toSummary(link as Linked)))
    if (!choice.isComplete) {
      const alike = listAlike(matches.map((row) => row.keys))
      const [found, inSubject, newest] = await Promise.all([
        ask<Linked>(
          sql.summaries,
          alike.map(({ id }) => id),
        ),
        ask<Linked>(sql.newestInSubject, question.subject, 2 * relatedCount),
        ask<Linked>(sql.newest, 2 * relatedCount),
      ])
      choice.offer(sortAlike(question, alike, new Map(found.map((row) => [row.linked, toSummary(row)]))))
      choice.offer(inSubject.map(toSummary))
      choice.offer(newest.map(toSummary))
    }
    const dead = links.flatMap(({ place, exact }) => (exact === null ? (keys[place - 1] ?? []) : []))
    return { questions: choice.questions, dead }
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

  async function readPlaces(ask: Ask, questions: readonly QuestionSummary[]) {
    const rows = await ask<{ id: number; sort: string }>(
      sql.places,
      questions.map(({ id }) => id),
    )
    return new Map(rows.map(({ id, sort }) => [id, sort]))
  }

  return {
    getQuestion,

    /**
     * Everything that the page of a question shows, in three round trips, four where no path goes on from it; undefined
     * where there is no such question.
     */
    async readQuestionPage(ask: Ask, note: Noted, key: QuestionKey): Promise<QuestionPage | undefined> {
      const question = await getQuestion(ask, key)
      if (!question) {
        note([readKeys.absent(key)])
        return undefined
      }
      const { id, subject } = question
      const possible = listPossibleTopics(question)
      const [{ questions: related, dead }, { topics, steps, summaries }] = await Promise.all([
        readRelated(ask, question),
        readTopics(ask, subject, possible),
      ])
      const step = findStep(question, steps, summaries)
      const next = step?.enough ? step : (findNear(question, related, await readPlaces(ask, related)) ?? step)
      const named = [question.canonicalId, ...[...related, ...steps].map((shown) => shown.id)]
      note([
        readKeys.question(id),
        readKeys.list('subjects', ''),
        ...named.filter((other) => other !== id).map(readKeys.summary),
        ...dead.map(readKeys.absent),
        ...possible.map(([topic]) => readKeys.list('topic-page', toTopicKey(subject, topic))),
      ])
      return {
        question,
        related,
        topics: topics.map(({ slug, name }) => ({ slug, name })),
        next: next && { question: next.question, topic: next.topic },
      }
    },
  }
}

function toSummary(row: QuestionSummary): QuestionSummary {
  const { id, subject, slug, title, titleHtml, description, date, subjectTitle } = row
  return { id, subject, slug, title, titleHtml, description, date, subjectTitle }
}
