import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { hashAddress } from '@/lib/core/address-hash'
import type { QuestionKey } from '@/lib/core/types'
import { listRows, openStoreToRead } from '@/lib/store/schema/open'

/** A question that search engines were not told of as it is now: `fingerprint` is undefined for one that is gone. */
export type Untold = QuestionKey & { change: 'new' | 'changed' | 'removed'; fingerprint: number | undefined }

type Shown = QuestionKey & { title: string; description: string; same_key: string; modified: string }
type Told = QuestionKey & { fingerprint: number }

/** Rows that are read at once from either side. */
const batch = 1_000

/**
 * What search engines were told of the questions they may show, in a file of its own beside the store: the state of the
 * library when they were told last.
 */
export class ToldQuestions {
  private readonly told: Database.Database

  constructor(
    file: string,
    private readonly storeFile: string,
  ) {
    mkdirSync(path.dirname(file), { recursive: true })
    this.told = new Database(file, { timeout: 5_000 })
    this.told.exec(`CREATE TABLE IF NOT EXISTS told (
      subject TEXT, slug TEXT, fingerprint INTEGER NOT NULL, PRIMARY KEY (subject, slug)
    ) WITHOUT ROWID`)
  }

  /** What differs between that state and the store, in the order of addresses; holds some rows of each at a time. */
  *listUntold(): Generator<Untold> {
    const store = openStoreToRead(this.storeFile)
    const now = readInOrder<Shown>(
      store,
      `SELECT subject, slug, title, description, same_key, modified FROM question
      WHERE (subject, slug) > (?, ?) AND no_index = 0 AND is_owner = 1`,
    )
    const before = readInOrder<Told>(this.told, 'SELECT * FROM told WHERE (subject, slug) > (?, ?)')
    let question = now.next().value
    let told = before.next().value
    while (question || told) {
      const order = !question ? 1 : !told ? -1 : compare(question, told)
      if (question && order <= 0) {
        const fingerprint = toFingerprint(question)
        const { subject, slug } = question
        if (order < 0) yield { subject, slug, change: 'new', fingerprint }
        else if (told?.fingerprint !== fingerprint) yield { subject, slug, change: 'changed', fingerprint }
      } else if (told) yield { subject: told.subject, slug: told.slug, change: 'removed', fingerprint: undefined }
      if (order <= 0) question = now.next().value
      if (order >= 0) told = before.next().value
    }
    store.close()
  }

  /** Notes that search engines were told of these. */
  remember(questions: readonly Untold[]) {
    const put = this.told.prepare('INSERT OR REPLACE INTO told VALUES (?, ?, ?)')
    const remove = this.told.prepare('DELETE FROM told WHERE subject = ? AND slug = ?')
    this.told.exec('BEGIN IMMEDIATE')
    for (const { subject, slug, fingerprint } of questions) {
      if (fingerprint === undefined) remove.run(subject, slug)
      else put.run(subject, slug, fingerprint)
    }
    this.told.exec('COMMIT')
  }

  close() {
    this.told.close()
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

const toFingerprint = ({ title, description, same_key, modified }: Shown) =>
  hashAddress([title, description, same_key, modified].join('\0'))
