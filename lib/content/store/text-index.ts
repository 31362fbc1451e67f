import { toSearchText } from '@/lib/answer/search-text'
import type { AnswerSource } from '@/lib/answer/source'
import type { Store } from './open'

/** The full-text index as a compile writes it: one row for each owner that search engines may see. */
export function prepareTextIndex(store: Store) {
  const sql = {
    insert: store.prepare('INSERT INTO question_text (rowid, title, keywords, answer) VALUES (?, ?, ?, ?)'),
    remove: store.prepare('DELETE FROM question_text WHERE rowid = ?'),
  }
  return {
    insert(id: number, text: { title: string; keywords: readonly string[]; answer: AnswerSource }) {
      sql.insert.run(id, text.title, text.keywords.join(' '), toSearchText(text.answer))
    },
    remove: (id: number) => sql.remove.run(id),
  }
}

/** Few large merges of the index instead of many small ones, https://sqlite.org/fts5.html#configuration_options */
export function beginFilling(store: Store) {
  configure(store, { hashsize: 8 * 1024 * 1024, automerge: 0, crisismerge: 256 })
}

export function endFilling(store: Store) {
  store.exec(`INSERT INTO question_text (question_text) VALUES ('optimize')`)
  configure(store, { automerge: 4, crisismerge: 16 })
}

function configure(store: Store, options: Record<string, number>) {
  for (const [name, value] of Object.entries(options)) {
    store.exec(`INSERT INTO question_text (question_text, rank) VALUES ('${name}', ${value})`)
  }
}
