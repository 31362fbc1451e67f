import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { unzipSync } from 'fflate'
import Database from 'libsql'
import { toNote } from '@/lib/anki/note'
import { toPackage } from '@/lib/anki/write-package'
import { pack, toCard } from './make-deck'

const points = '1. **One $x<y$**: a\n2. **Two**: b\n3. **Three**: c\n\n```js\nlet a = "[latex]"\n```\n'

const folder = mkdtempSync(path.join(tmpdir(), 'deck-test-'))
after(() => rmSync(folder, { recursive: true, force: true }))

type Row = Record<string, string | number>

function readPackage(bytes: Uint8Array) {
  const files = unzipSync(bytes)
  assert.deepEqual(Object.keys(files), ['collection.anki2', 'media'])
  assert.equal(Buffer.from(files.media as Uint8Array).toString(), '{}')
  const file = path.join(folder, `${createHash('sha1').update(bytes).digest('hex')}.anki2`)
  writeFileSync(file, files['collection.anki2'] as Uint8Array)
  const store = new Database(file)
  after(() => store.close())
  return { store, list: (sql: string) => store.prepare(sql).all() as Row[] }
}

test('the same questions give the same bytes', async () => {
  const cards = [toCard('optics', points), toCard('mass', 'It is $m$.')]
  assert.deepEqual(Buffer.from(await pack(cards)), Buffer.from(await pack(cards)))
})

test('a deck holds no disk space once it is written or has failed', {
  skip: process.platform !== 'linux',
}, async () => {
  await pack([toCard('optics', points)])
  function* listNotes() {
    for (let short = 0; short < 1_000; short += 1)
      yield toNote(toCard(`q${short}`, ''), 'An answer. '.repeat(1_000), [])
    throw new Error('no answer')
  }
  await assert.rejects(toPackage({ id: 1, name: 'Physics', notes: listNotes() }), /no answer/)
  const open = readdirSync('/proc/self/fd').map((name) => `/proc/self/fd/${name}`)
  const decks = open.filter((file) => toTarget(file).includes('collection.anki2'))
  assert.deepEqual(
    decks.filter((file) => statSync(file).size > 0),
    [],
  )
})

/** The file of a descriptor; empty if it has been closed in the meantime. */
function toTarget(file: string): string {
  try {
    return readlinkSync(file)
  } catch {
    return ''
  }
}

test('a collection of schema 11 is consistent', async () => {
  const { list } = readPackage(await pack([toCard('optics', points), toCard('mass', 'It is $m$.')]))
  assert.deepEqual(
    list('PRAGMA integrity_check').map((row) => row.integrity_check),
    ['ok'],
  )
  const [col] = list('SELECT * FROM col') as [Row]
  assert.equal(col.ver, 11)
  const parse = (column: string) => JSON.parse(String(col[column]))
  const [model] = Object.values(parse('models')) as [
    { id: number; did: number; flds: object[]; tmpls: { afmt: string }[] },
  ]
  const decks = parse('decks') as Record<string, { id: number; name: string; conf: number }>
  assert.equal(decks[model.did]?.name, 'Physics')
  for (const deck of Object.values(decks)) assert.ok(parse('dconf')[deck.conf])
  const notes = list('SELECT * FROM notes')
  assert.equal(notes.length, 2)
  for (const note of notes) {
    const fields = String(note.flds).split('\x1f')
    assert.equal(fields.length, model.flds.length)
    assert.equal(note.mid, model.id)
    assert.equal(note.sfld, fields[0])
    assert.equal(note.csum, Number.parseInt(createHash('sha1').update(String(note.sfld)).digest('hex').slice(0, 8), 16))
    assert.match(String(note.tags), /^ physics $/)
  }
  assert.equal(list('SELECT 1 FROM cards c JOIN notes n ON n.id = c.nid WHERE c.ord = 0 AND c.queue = 0').length, 2)
  assert.deepEqual(
    list('SELECT due FROM cards ORDER BY due').map(({ due }) => due),
    [1, 2],
  )
  for (const name of Array.from(model.tmpls[0]?.afmt.matchAll(/\{\{[#^/]?(\w+)\}\}/g) ?? [], ([, name]) => name)) {
    assert.ok(name === 'FrontSide' || model.flds.some((field) => (field as { name: string }).name === name), name)
  }
})

test('a note has the question, points, whole answer and link, and nothing that Anki would run', async () => {
  const { list } = readPackage(await pack([toCard('optics', points)]))
  const [question, shown, answer, link] = String((list('SELECT flds FROM notes') as [Row])[0].flds).split('\x1f')
  assert.equal(question, 'What is optics?')
  assert.equal(shown, '<ol><li>One \\(x&lt;y\\)</li><li>Two</li><li>Three</li></ol>')
  assert.match(
    answer ?? '',
    /<strong>One \\\(x&lt;y\\\)<\/strong>[\s\S]*<pre><code>let a = "&#91;latex]"\n<\/code><\/pre>/,
  )
  assert.match(link ?? '', /href="http:\/\/localhost:3000\/learn\/physics\/questions\/optics"/)
})

test('a corrected deck has the same notes and cards, and the corrected note is newer', async () => {
  const before = readPackage(await pack([toCard('optics', 'Old.'), toCard('mass', 'It is $m$.')]))
  const now = readPackage(await pack([toCard('optics', 'New.', '2026-02-01'), toCard('mass', 'It is $m$.')]))
  const identity = 'SELECT n.guid, n.id, c.id AS card, n.mid FROM notes n JOIN cards c ON c.nid = n.id ORDER BY n.guid'
  assert.deepEqual(
    before.list(identity).map(({ guid, id, card }) => [guid, id, card]),
    now.list(identity).map(({ guid, id, card }) => [guid, id, card]),
  )
  const times = (list: typeof now.list) => list('SELECT mod FROM notes ORDER BY guid').map(({ mod }) => Number(mod))
  const [[mass, optics], [sameMass, newOptics]] = [times(before.list), times(now.list)]
  assert.equal(sameMass, mass)
  assert.ok((newOptics ?? 0) > (optics ?? 0))
})
