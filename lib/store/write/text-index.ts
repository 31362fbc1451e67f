import type { QuestionDetails, QuestionRecord } from '@/lib/core/types'
import { toHeadingKey } from '@/lib/search/heading-key'
import { toIndexedHeading } from '@/lib/search/indexed-question'
import type { IndexedHeading } from '@/lib/search/lookups'
import { getRow, type Store } from '../schema/open'
import type { Derivation } from './derivation'
import { Vocabulary } from './vocabulary'

type Indexed = Pick<QuestionRecord, 'title' | 'subject' | 'sense' | 'noIndex' | 'searchText'> & {
  details: Pick<QuestionDetails, 'keywords'>
}

/**
 * The full-text index: one row for each canonical question that search engines may see. Headings wait in a temporary
 * table until the end, because inserting them in the order of their keys is much faster.
 */
export class TextIndex implements Derivation {
  private readonly sql: ReturnType<typeof prepare>
  private readonly vocabulary: Vocabulary

  constructor(private readonly store: Store) {
    store.exec('CREATE TEMP TABLE new_heading (key INTEGER PRIMARY KEY, title, keywords, subject, sense, compared)')
    this.sql = prepare(store)
    this.vocabulary = new Vocabulary(store)
  }

  add(id: number, question: Indexed) {
    if (question.noIndex) return
    const { key, title, keywords, subject, sense, compared } = toIndexedHeading(id, question)
    this.sql.insertText.run(id, title, keywords, subject, question.searchText)
    this.sql.insertNew.run(key, title, keywords, subject, sense, compared)
  }

  /** Removes a question, if it is in the index. */
  remove({ id, title }: { id: number; title: string }) {
    this.sql.removeText.run(id)
    const key = toHeadingKey(id, title)
    if (this.sql.removeNew.run(key).changes > 0) return
    const heading = getRow<IndexedHeading>(this.sql.getHeading, key)
    if (!heading) return
    this.vocabulary.count(heading, -1)
    this.sql.removeHeading.run(key)
  }

  settle() {
    for (const heading of this.sql.listNew.iterate() as Iterable<IndexedHeading>) {
      this.vocabulary.count(heading, 1)
      const { key, title, keywords, subject, sense, compared } = heading
      this.sql.insertHeading.run(key, title, keywords, subject, sense, compared)
    }
    this.vocabulary.write()
  }

  fill() {
    this.settle()
    for (const table of tables) this.store.exec(`INSERT INTO ${table} (${table}) VALUES ('optimize')`)
    configure(this.store, afterFilling)
  }
}

/** Tunes the index of a new store for fast filling, until `fill`. */
export function expectFilling(store: Store) {
  configure(store, duringFilling)
}

const tables = ['question_text', 'question_heading']

/** Few large merges instead of many small ones, https://sqlite.org/fts5.html#configuration_options */
const duringFilling = { hashsize: 8 * 1024 * 1024, automerge: 0, crisismerge: 256 }
const afterFilling = { automerge: 4, crisismerge: 16 }

function configure(store: Store, options: Record<string, number>) {
  for (const table of tables) {
    for (const [name, value] of Object.entries(options)) {
      store.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('${name}', ${value})`)
    }
  }
}

function prepare(store: Store) {
  return {
    insertText: store.prepare(
      'INSERT INTO question_text (rowid, title, keywords, subject, answer) VALUES (?, ?, ?, ?, ?)',
    ),
    removeText: store.prepare('DELETE FROM question_text WHERE rowid = ?'),
    insertNew: store.prepare('INSERT INTO new_heading VALUES (?, ?, ?, ?, ?, ?)'),
    removeNew: store.prepare('DELETE FROM new_heading WHERE key = ?'),
    listNew: store.prepare('SELECT key, title, keywords, subject, sense, compared FROM new_heading ORDER BY key'),
    insertHeading: store.prepare(
      'INSERT INTO question_heading (rowid, title, keywords, subject, sense, compared) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    getHeading: store.prepare('SELECT rowid AS key, title, keywords, subject FROM question_heading WHERE rowid = ?'),
    removeHeading: store.prepare('DELETE FROM question_heading WHERE rowid = ?'),
  }
}
