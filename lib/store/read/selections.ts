import { toTopicKey } from '@/lib/core/topics'
import type { Card } from '@/lib/core/types'
import { type Candidate, draw, maxCandidates, maxPerRange, topicRanges, toStart } from '@/lib/library/draw'
import type { Selected, Selection } from '@/lib/library/pages'
import { type NoteKeys, readKeys } from '@/lib/library/reads'
import { type CardRow, cardColumns, toCards } from '../schema/card-row'
import { listRows, type Store } from '../schema/open'
import type { Queries } from './queries'

/** Questions for sheets and decks: a few look-ups, however large the subject or topic. */
export function prepareSelections(store: Store) {
  const ring = (place: string) => `SELECT id FROM (SELECT id FROM question
    WHERE subject = ?1 AND no_index = 0 AND is_canonical = 1 AND place ${place} ORDER BY place, slug LIMIT ${maxCandidates})`
  const sql = {
    inSubject: store.prepare(`SELECT q.id, q.subject, q.slug, q.sense, 0 AS off
      FROM (${ring('>= ?2')} UNION ALL ${ring('< ?2')}) w JOIN question q ON q.id = w.id
      ORDER BY q.place < ?2, q.place, q.slug LIMIT ${maxCandidates}`),
    inTopic: store.prepare(`SELECT c.id, c.subject, c.slug, c.sense, ?4 AS off FROM (
        SELECT question_id FROM topic_question WHERE topic = ?1 AND sort >= ?2 AND sort < ?3 ORDER BY sort LIMIT ${maxPerRange}
      ) t JOIN question q ON q.id = t.question_id JOIN question c ON c.id = q.canonical_id WHERE c.no_index = 0`),
    firstInTopic: store.prepare(`SELECT q.canonical_id AS id FROM (
        SELECT question_id, sort FROM topic_question WHERE topic = ? ORDER BY sort LIMIT ?
      ) t JOIN question q ON q.id = t.question_id ORDER BY t.sort`),
    byShort: store.prepare(`SELECT q.canonical_id AS id FROM json_each(?) wanted
      CROSS JOIN question q ON q.short = wanted.value ORDER BY wanted.key, q.path`),
    cards: store.prepare(`SELECT ${cardColumns} FROM question c JOIN subject s ON s.slug = c.subject
      WHERE c.id IN (SELECT value FROM json_each(?))`),
  }
  const toIds = (rows: { id: number }[]) => [...new Set(rows.map(({ id }) => id))]

  return {
    drawFromSubject(subject: string, seed: string, count: number): number[] {
      return draw(listRows<Candidate>(sql.inSubject, subject, toStart(seed)), seed, count)
    },
    drawFromTopic(topic: string, seed: string, count: number): number[] {
      const last = topicRanges.length - 1
      const candidates = topicRanges.flatMap(([from, to], index) =>
        listRows<Candidate>(sql.inTopic, topic, from, to, index === last ? 1 : 0),
      )
      return draw(candidates, seed, count)
    },
    listFirstInTopic: (topic: string, most: number) => toIds(listRows(sql.firstInTopic, topic, most)),
    listByShort: (shorts: readonly number[]) => toIds(listRows(sql.byShort, JSON.stringify(shorts))),
    listCards: (ids: readonly number[]): Card[] => toCards(ids, listRows<CardRow>(sql.cards, JSON.stringify(ids))),
  }
}

/** The questions that a sheet or a deck has; undefined if there is no such subject or topic. */
export function readSelection(
  queries: Queries,
  note: NoteKeys,
  selection: Selection,
): Omit<Selected, 'sequence'> | undefined {
  const toSelected = (ids: readonly number[]) => {
    note([readKeys.list('subjects', ''), ...ids.map(readKeys.question)])
    return queries.listCards(ids)
  }
  if (selection.kind === 'chosen') {
    return { subject: undefined, topic: undefined, questions: toSelected(queries.listByShort(selection.shorts)) }
  }
  const subject = queries.getSubject(selection.subject)
  if (selection.kind === 'subject') {
    note([readKeys.list('newest', selection.subject), readKeys.list('subjects', '')])
    if (!subject?.questions) return undefined
    const ids = queries.drawFromSubject(subject.slug, selection.seed, selection.count)
    return { subject, topic: undefined, questions: toSelected(ids) }
  }
  const key = toTopicKey(selection.subject, selection.topic)
  note([readKeys.list('topic', key), readKeys.list('topic-page', key), readKeys.list('subjects', '')])
  const topic = queries.getTopic(selection.subject, selection.topic)
  if (!subject || !topic) return undefined
  const ids =
    selection.seed === undefined
      ? queries.listFirstInTopic(key, selection.count)
      : queries.drawFromTopic(key, selection.seed, selection.count)
  return { subject, topic, questions: toSelected(ids) }
}
