import assert from 'node:assert/strict'
import { test } from 'node:test'
import Database from 'libsql'
import { splitWords, toPlainLetters } from '@/lib/core/words'
import { createTables } from '@/lib/store/schema/tables'

test('the index reads every letter and digit of Unicode as queries are read', () => {
  const tokenizer = /unicode61 [^"]+/.exec(createTables)?.[0]
  const store = new Database(':memory:')
  store.exec(`CREATE VIRTUAL TABLE letter USING fts5 (word, tokenize = "${tokenizer}");
    CREATE VIRTUAL TABLE token USING fts5vocab (letter, instance); BEGIN`)
  const insert = store.prepare('INSERT INTO letter (rowid, word) VALUES (?, ?)')
  const all = Array.from({ length: 0x2_ffff }, (_, code) => String.fromCodePoint(code))
  const words = all.filter((one) => /[\p{L}\p{N}]/u.test(one)).map((one) => `q${one}q`)
  for (const [index, word] of words.entries()) insert.run(index, toPlainLetters(word))
  const listed =
    "SELECT doc, group_concat(term, ' ') AS tokens FROM (SELECT * FROM token ORDER BY doc, offset) GROUP BY doc"
  const rows = store.prepare(listed).all() as { doc: number; tokens: string }[]
  assert.ok(rows.length > 100_000)
  const read = rows.map(({ doc, tokens }) => ({ word: words[doc] as string, tokens }))
  assert.deepEqual(
    read.filter(({ word, tokens }) => splitWords(word).join(' ') !== tokens),
    [],
  )
})
