import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { hashAddress } from '@/lib/core/address-hash'
import type { QuestionKey } from '@/lib/core/types'
import { listRows, openStoreToRead } from '@/lib/store/schema/open'

/** A change that was not sent to search engines yet; `fingerprint` is undefined for a question that is gone. */
export type UnsentQuestion = QuestionKey & { change: 'new' | 'changed' | 'removed'; fingerprint: number | undefined }

type CurrentQuestion = QuestionKey & { title: string; description: string; same_key: string; modified: string }
type SentQuestion = QuestionKey & { fingerprint: number }

/** Rows that are read at once from either side. */
const batch = 1_000

/** The questions that search engines were last told of, as they were then, in a database of its own. */
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

  /** What differs between this state and the store, in the order of addresses; holds some rows of each at a time. */
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

  /** Notes that search engines were told of these. */
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

/** Rows that come after a subject and slug, which the statement takes, from the first to the last. */
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

const compare = (a: QuestionKey, b: QuestionKey) =>
  a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0

const toFingerprint = ({ title, description, same_key, modified }: CurrentQuestion) =>
  hashAddress([title, description, same_key, modified].join('\0'))
