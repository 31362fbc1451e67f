import assert from 'node:assert/strict'
import { once } from 'node:events'
import { copyFileSync, statSync } from 'node:fs'
import { test } from 'node:test'
import { Worker } from 'node:worker_threads'
import Database from 'libsql'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

/** Reads the store in one transaction that ends only a moment after a compile has written. */
const readWhileCompiling = `
  const { parentPort, workerData } = require('node:worker_threads')
  const Database = require('libsql')
  const wait = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
  const reader = new Database(workerData, { readonly: true })
  const watcher = new Database(workerData, { readonly: true })
  const readVersion = () => Object.values(watcher.prepare('PRAGMA data_version').get())[0]
  const before = readVersion()
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM question').get()
  parentPort.postMessage('reading')
  while (readVersion() === before) wait(5)
  wait(100)
  reader.exec('COMMIT')
  reader.close()
  watcher.close()
`

test('after a compile the file alone is the library, even if somebody was reading as it ended', async () => {
  const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('What is a lien?') })
  await library.compile()
  const worker = new Worker(readWhileCompiling, { eval: true, workerData: library.dbFile })
  await once(worker, 'message')
  library.write('law/b.md', toQuestionFile('What is a deed?'))
  await Promise.all([library.compile(), once(worker, 'exit')])
  assert.equal(statSync(`${library.dbFile}-wal`, { throwIfNoEntry: false })?.size ?? 0, 0)

  const copy = `${library.root}/copy.db`
  copyFileSync(library.dbFile, copy)
  const store = new Database(copy, { readonly: true })
  assert.deepEqual(store.prepare('SELECT slug FROM question ORDER BY slug').pluck().all(), ['a', 'b'])
  store.close()
})
