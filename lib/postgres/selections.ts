import { toTopicKey } from '@/lib/core/topics'
import { type Candidate, draw, maxCandidates, maxPerRange, topicRanges, toStart } from '@/lib/library/draw'
import type { Selected, Selection } from '@/lib/library/pages'
import { type NoteKeys, readKeys } from '@/lib/library/reads'
import { type CardRow, cardColumns, toCards } from '@/lib/store/schema/card-row'
import type { prepareLists } from './lists'
import type { Ask } from './session'

/** Questions for sheets and decks (lib/store/read/selections.ts), in two round trips. */
export function prepareSelections(s: string, lists: ReturnType<typeof prepareLists>) {
  const ring = (place: string) => `(SELECT id FROM ${s}.question
    WHERE subject = $1 AND no_index = 0 AND is_canonical = 1 AND place ${place} ORDER BY place, slug LIMIT ${maxCandidates})`
  const sql = {
    inSubject: {
      name: 'draw-subject',
      text: `SELECT q.id, q.subject, q.slug, q.sense, 0 AS off
        FROM (${ring('>= $2')} UNION ALL ${ring('< $2')}) w JOIN ${s}.question q ON q.id = w.id
        ORDER BY q.place < $2, q.place, q.slug LIMIT ${maxCandidates}`,
    },
    inTopic: {
      name: 'draw-topic',
      text: `SELECT c.id, c.subject, c.slug, c.sense, $4::bigint AS off FROM (
          SELECT question_id FROM ${s}.topic_question WHERE topic = $1 AND sort >= $2 AND sort < $3 ORDER BY sort LIMIT ${maxPerRange}
        ) t JOIN ${s}.question q ON q.id = t.question_id JOIN ${s}.question c ON c.id = q.canonical_id
        WHERE c.no_index = 0`,
    },
    firstInTopic: {
      name: 'first-in-topic',
      text: `SELECT q.canonical_id AS id FROM (
          SELECT question_id, sort FROM ${s}.topic_question WHERE topic = $1 ORDER BY sort, question_id LIMIT $2
        ) t JOIN ${s}.question q ON q.id = t.question_id ORDER BY t.sort, t.question_id`,
    },
    byShort: {
      name: 'by-short',
      text: `SELECT q.canonical_id AS id FROM unnest($1::bigint[]) WITH ORDINALITY wanted(short, place)
        JOIN ${s}.question q ON q.short = wanted.short ORDER BY wanted.place, q.path`,
    },
    cards: {
      name: 'cards',
      text: `SELECT ${cardColumns} FROM ${s}.question c JOIN ${s}.subject s ON s.slug = c.subject
        WHERE c.id = ANY ($1::bigint[])`,
    },
  }
  const toIds = (rows: { id: number }[]) => [...new Set(rows.map(({ id }) => id))]

  async function drawFromSubject(ask: Ask, subject: string, seed: string, count: number) {
    return draw(await ask<Candidate>(sql.inSubject, subject, toStart(seed)), seed, count)
  }

  async function drawFromTopic(ask: Ask, topic: string, seed: string, count: number) {
    const last = topicRanges.length - 1
    const ranges = topicRanges.map(([from, to], index) =>
      ask<Candidate>(sql.inTopic, topic, from, to, index === last ? 1 : 0),
    )
    return draw((await Promise.all(ranges)).flat(), seed, count)
  }

  const listFirstInTopic = async (ask: Ask, topic: string, most: number) =>
    toIds(await ask<{ id: number }>(sql.firstInTopic, topic, most))

  const listByShort = async (ask: Ask, shorts: readonly number[]) =>
    toIds(await ask<{ id: number }>(sql.byShort, shorts))

  return async (ask: Ask, note: NoteKeys, selection: Selection): Promise<Omit<Selected, 'sequence'> | undefined> => {
    const toSelected = async (ids: readonly number[]) => {
      note([readKeys.list('subjects', ''), ...ids.map(readKeys.question)])
      return toCards(ids, await ask<CardRow>(sql.cards, ids))
    }
    if (selection.kind === 'chosen') {
      const questions = await toSelected(await listByShort(ask, selection.shorts))
      return { subject: undefined, topic: undefined, questions }
    }
    const { getSubject, getTopic } = lists(ask)
    if (selection.kind === 'subject') {
      const { seed, count } = selection
      note([readKeys.list('newest', selection.subject), readKeys.list('subjects', '')])
      const [subject, ids] = await Promise.all([
        getSubject(selection.subject),
        drawFromSubject(ask, selection.subject, seed, count),
      ])
      return subject?.questions ? { subject, topic: undefined, questions: await toSelected(ids) } : undefined
    }
    const { seed, count } = selection
    const key = toTopicKey(selection.subject, selection.topic)
    note([readKeys.list('topic', key), readKeys.list('topic-page', key), readKeys.list('subjects', '')])
    const [subject, topic, ids] = await Promise.all([
      getSubject(selection.subject),
      getTopic(selection.subject, selection.topic),
      seed === undefined ? listFirstInTopic(ask, key, count) : drawFromTopic(ask, key, seed, count),
    ])
    return subject && topic ? { subject, topic, questions: await toSelected(ids) } : undefined
  }
}
