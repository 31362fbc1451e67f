import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { hashAddress } from '@/lib/core/address-hash'
import { compareText } from '@/lib/core/compare-text'
import type { QuestionKey } from '@/lib/core/types'
import { listRows, openStoreToRead } from '@/lib/store/schema/open'

/** A change not yet sent to search engines; `fingerprint` is undefined for a removed question. */
export type UnsentQuestion = QuestionKey & { change: 'new' | 'changed' | 'removed'; fingerprint: number | undefined }

type CurrentQuestion = QuestionKey & { title: string; description: string; same_key: string; modified: string }
type SentQuestion = QuestionKey & { fingerprint: number }

/** How many rows are read at a time from each database. */
const batch = 1_000

/** The questions as search engines were last notified of them, in a database of its own. */
export class IndexNowState {
  private readonly state: Database.Database

  constructor(
    file: string,
    private readonly storeFile: string,
  ) {
    mkdirSync(path.dirname(file), { recursive: true })
    this.state = new Database(file, { timeout: 5_000 })
    this.state.exec(`CREATE TABLE IF NOT EXISTS sent (
      subject TEXT, slug TEXT, fingerprint INTEGER NOT NULL, PRIMARY KEY (subject, slug)
    ) WITHOUT ROWID`)
  }

  /** The differences between this state and the store, in order of addresses: a merge of two batched reads. */
  *listUnsent(): Generator<UnsentQuestion> {
    const store = openStoreToRead(this.storeFile)
    const current = readInOrder<CurrentQuestion>(
      store,
      `SELECT subject, slug, title, description, same_key, modified FROM question
      WHERE (subject, slug) > (?, ?) AND no_index = 0 AND is_canonical = 1`,
    )
    const sent = readInOrder<SentQuestion>(this.state, 'SELECT * FROM sent WHERE (subject, slug) > (?, ?)')
    let question = current.next().value
    let before = sent.next().value
    while (question || before) {
      const order = !question ? 1 : !before ? -1 : compare(question, before)
      if (question && order <= 0) {
        const fingerprint = toFingerprint(question)
        const { subject, slug } = question
        if (order < 0) yield { subject, slug, change: 'new', fingerprint }
        else if (before?.fingerprint !== fingerprint) yield { subject, slug, change: 'changed', fingerprint }
      } else if (before) yield { subject: before.subject, slug: before.slug, change: 'removed', fingerprint: undefined }
      if (order <= 0) question = current.next().value
      if (order >= 0) before = sent.next().value
    }
    store.close()
  }

  /** Records that search engines were notified of these. */
  markSent(questions: readonly UnsentQuestion[]) {
    const put = this.state.prepare('INSERT OR REPLACE INTO sent VALUES (?, ?, ?)')
    const remove = this.state.prepare('DELETE FROM sent WHERE subject = ? AND slug = ?')
    this.state.exec('BEGIN IMMEDIATE')
    for (const { subject, slug, fingerprint } of questions) {
      if (fingerprint === undefined) remove.run(subject, slug)
      else put.run(subject, slug, fingerprint)
    }
    this.state.exec('COMMIT')
  }

  close() {
    this.state.close()
  }
}

/** All rows in order, in batches; the statement's parameters are the subject and slug after which a batch begins. */
function* readInOrder<Row extends QuestionKey>(
  database: Database.Database,
  select: string,
): Generator<Row, undefined, undefined> {
  const statement = database.prepare(`${select} ORDER BY subject, slug LIMIT ${batch}`)
  let last: QuestionKey | undefined = { subject: '', slug: '' }
  while (last) {
    const rows: Row[] = listRows<Row>(statement, last.subject, last.slug)
    yield* rows
    last = rows.at(-1)
  }
}

const compare = (a: QuestionKey, b: QuestionKey) => compareText(a.subject, b.subject) || compareText(a.slug, b.slug)

const toFingerprint = ({ title, description, same_key, modified }: CurrentQuestion) =>
  hashAddress([title, description, same_key, modified].join('\0'))
