import type { Card, QuestionKey } from '@/lib/core/types'
import { type CardRow, cardColumns, toCards } from '../schema/card-row'
import { getRow, listRows, type Store } from '../schema/open'

/** The place of a question in the list of a subject: by `sort`, from A to Z in byte order. */
export type PackPlace = { slug: string; sort: string }

/** A question in the list of a subject: `slug` is its own there, `id` and `title` those of its canonical page. */
export type Packed = PackPlace & { id: number; title: string }

/** How many questions are read at a time: as many as one page of contents lists. */
export const packedAtOnce = 100

/**
 * All questions that a subject lists, from A to Z, each once (copies within the subject are left out), in batches.
 */
export function preparePacks(store: Store) {
  const packed = `q.subject = ?1 AND q.no_index = 0 AND c.no_index = 0 AND (q.is_canonical = 1 OR c.subject <> ?1)`
  const sql = {
    list: store.prepare(`SELECT q.az_key AS sort, q.slug, c.id, c.title FROM question q
      JOIN question c ON c.id = q.canonical_id WHERE ${packed} AND q.az_key > ?2 ORDER BY q.az_key LIMIT ${packedAtOnce}`),
    measure: store.prepare(`SELECT count(*) AS questions, max(c.modified) AS modified FROM question q
      JOIN question c ON c.id = q.canonical_id WHERE ${packed}`),
    find: store.prepare(`SELECT q.slug, q.az_key AS sort FROM question t JOIN question c ON c.id = t.canonical_id
      JOIN question q ON q.subject = ?1 AND q.slug IN (t.slug, c.slug) AND q.canonical_id = c.id
      WHERE t.subject = ?2 AND t.slug = ?3 AND ${packed} LIMIT 1`),
    cards: store.prepare(`SELECT ${cardColumns} FROM question c JOIN subject s ON s.slug = c.subject
      WHERE c.id IN (SELECT value FROM json_each(?))`),
  }
  return {
    /** The questions after the place `after` in the order from A to Z; the first ones if it is ''. */
    listPacked: (subject: string, after: string) => listRows<Packed>(sql.list, subject, after),
    /** How many questions a subject's pack has, and the day of the last change to one. */
    measurePack: (subject: string) =>
      getRow<{ questions: number; modified: string | null }>(sql.measure, subject) ?? { questions: 0, modified: null },
    /** Where a pack has the question at an address of the site; undefined if it does not have it. */
    findPacked: (pack: string, { subject, slug }: QuestionKey) => getRow<PackPlace>(sql.find, pack, subject, slug),
    listPackedCards: (ids: readonly number[]): Card[] =>
      toCards(ids, listRows<CardRow>(sql.cards, JSON.stringify(ids))),
  }
}
