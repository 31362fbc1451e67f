import { createHash } from 'node:crypto'
import { hashAddress } from '@/lib/core/address-hash'
import { toSlug, toTitleIdentity } from '@/lib/core/names'
import { toShortNumber } from '@/lib/core/short-id'
import { toTitleKey } from '@/lib/core/title-key'
import type { QuestionKey, QuestionRecord } from '@/lib/core/types'
import { getRow, type Store } from '../schema/open'
import { toPlace } from '../schema/sitemap-files'

/** What a compile needs to know about a question before it changes it. */
export type StoredQuestion = Pick<
  QuestionRecord,
  'subject' | 'slug' | 'title' | 'date' | 'subjectTitle' | 'author' | 'noIndex' | 'details'
> & { id: number }

type Row = Omit<StoredQuestion, 'subjectTitle' | 'noIndex' | 'details'> & {
  subjectTitle: string | null
  no_index: number
  details: string
}

/** The rows of questions as a compile writes them. */
export function prepareQuestionRows(store: Store) {
  const columns = `subject, slug, path, short, title, title_html, title_key, description, date, modified, place, author, author_name, subject_name,
    canonical, number, title_identity, no_index, same_key, sense, band, other_band, answer, answer_breaks, details`
  const places = '?, '.repeat(columns.split(',').length)
  const sql = {
    get: store.prepare(
      `SELECT id, subject, slug, title, date, no_index, subject_name AS subjectTitle,
         author_name AS author, details FROM question WHERE id = ?`,
    ),
    insert: store.prepare(
      `INSERT INTO question (${columns}, canonical_id, id) VALUES (${places} ?, ?) ON CONFLICT (subject, slug) DO NOTHING`,
    ),
    update: store.prepare(`UPDATE question SET (${columns}, canonical_id) = (${places} ?) WHERE id = ?`),
    remove: store.prepare('DELETE FROM question WHERE id = ?'),
    pathOfAddress: store.prepare('SELECT path FROM question WHERE subject = ? AND slug = ?'),
  }
  let lastId = getRow<{ id: number }>(store.prepare('SELECT coalesce(max(id), 0) AS id FROM question'))?.id ?? 0

  return {
    get(id: number): StoredQuestion | undefined {
      const row = getRow<Row>(sql.get, id)
      if (!row) return undefined
      const { subjectTitle, no_index, details, ...columns } = row
      return {
        ...columns,
        subjectTitle: subjectTitle ?? undefined,
        noIndex: no_index === 1,
        details: JSON.parse(details),
      }
    },

    /** Stores a new question and returns its id; undefined if another file has its address. */
    insert(record: QuestionRecord, path: string): number | undefined {
      const id = lastId + 1
      const { changes } = sql.insert.run(...toColumns(record, path), id, id)
      if (changes === 0) return undefined
      lastId = id
      return id
    },

    update(old: StoredQuestion, record: QuestionRecord, path: string) {
      sql.update.run(...toColumns(record, path), old.id, old.id)
    },

    remove: (id: number) => sql.remove.run(id),

    /** The file that has an address. */
    getPath: ({ subject, slug }: QuestionKey) => getRow<{ path: string }>(sql.pathOfAddress, subject, slug)?.path ?? '',
  }
}

function toColumns(record: QuestionRecord, path: string) {
  const sameKey = createHash('sha256').update(`${record.slug}\0${record.answer.text.trim()}`).digest('base64url')
  return [
    record.subject,
    record.slug,
    path,
    toShortNumber(record),
    record.title,
    record.titleHtml ?? null,
    toTitleKey(record.title),
    record.description,
    record.date,
    record.details.updated ?? record.date,
    toPlace(record.slug),
    toSlug(record.author),
    record.author,
    record.subjectTitle ?? null,
    record.canonical ?? null,
    record.number ?? null,
    hashAddress(toTitleIdentity(record.title)),
    record.noIndex ? 1 : 0,
    sameKey.slice(0, 22),
    record.sense,
    record.answerBands?.[0] ?? null,
    record.answerBands?.[1] ?? null,
    record.answer.text,
    record.answer.breaks,
    JSON.stringify(record.details),
  ]
}
