import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import Database from 'libsql'
import { parseSettings } from '@/lib/core/settings'
import { main } from '@/tools/indexnow/indexnow'
import { runCommand } from '../../run-command'
import { TemporaryLibrary, toQuestionFile } from '../../temporary-library'

const at = (subject: string, slug: string) => `/learn/${subject}/questions/${slug}`
const key = 'a-key-of-our-own-1'

/** A search engine that accepts addresses: what it was sent, and the status it answers from now on. */
const engine = { received: [] as { host: string; key: string; keyLocation: string; urlList: string[] }[], status: 202 }
const server = createServer(async (request, response) => {
  engine.received.push(JSON.parse(await text(request)))
  response.writeHead(engine.status).end()
}).listen(0)
await once(server, 'listening')
after(() => server.close())
const endpoint = `http://localhost:${(server.address() as AddressInfo).port}/indexnow`

const production = { SITE_URL: 'https://learn.example.org', INDEXNOW_KEY: key }
async function run(library: TemporaryLibrary, args: string[], environment: Record<string, string> = {}) {
  const settings = parseSettings({ CONTENT_DB: library.dbFile, ...environment })
  const { status, stdout, stderr } = await runCommand(main, args, settings)
  return { status, lines: stdout.trim().split('\n'), stderr }
}

const send = (library: TemporaryLibrary) => run(library, ['--send', '--endpoint', endpoint], production)

test('added, changed and removed questions are printed, and sent only with --send; then they count as sent', async () => {
  const library = new TemporaryLibrary({
    'law/a.md': toQuestionFile('A?'),
    'law/b.md': toQuestionFile('B?'),
    'law-school/c.md': toQuestionFile('C?'),
    'law/hidden.md': toQuestionFile('Hidden?', { no_index: true }),
  })
  await library.compile()
  const expected = [
    `new     ${at('law', 'a')}`,
    `new     ${at('law', 'b')}`,
    `new     ${at('law-school', 'c')}`,
    '3 new, 0 changed, 0 removed; not sent: add --send.',
  ]
  for (const _ of [1, 2]) assert.deepEqual((await run(library, [])).lines, expected)
  assert.deepEqual(engine.received, [])

  assert.equal((await run(library, ['--remember'])).lines.at(-1), '3 new, 0 changed, 0 removed; marked as sent.')
  assert.deepEqual((await run(library, [])).lines, ['0 new, 0 changed, 0 removed.'])

  library.write('law/a.md', toQuestionFile('A?', {}, 'Another answer.'))
  library.write('law/d.md', toQuestionFile('D?'))
  library.remove('law/b.md')
  await library.compile()
  const { status, lines } = await send(library)
  assert.equal(status, 0)
  assert.deepEqual(lines, [
    `changed ${at('law', 'a')}`,
    `removed ${at('law', 'b')}`,
    `new     ${at('law', 'd')}`,
    '1 new, 1 changed, 1 removed; sent.',
  ])
  assert.deepEqual(engine.received, [
    {
      host: 'learn.example.org',
      key,
      keyLocation: 'https://learn.example.org/indexnow-key.txt',
      urlList: ['a', 'b', 'd'].map((slug) => `https://learn.example.org${at('law', slug)}`),
    },
  ])
  assert.deepEqual((await send(library)).lines, ['0 new, 0 changed, 0 removed.'])
  assert.equal(engine.received.length, 1)
})

/** Adds copies of the only question to the store until it has this many, like a compile of that many files. */
function copyQuestion({ dbFile }: TemporaryLibrary, count: number) {
  const store = new Database(dbFile)
  const copied: Record<string, string> = { id: 'n', canonical_id: 'n', slug: `'q' || n` }
  const columns = (store.prepare('PRAGMA table_info(question)').all() as { name: string }[]).map(({ name }) => name)
  const values = columns.map((name) => copied[name] ?? name)
  store.exec(`WITH RECURSIVE numbers (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count})
    INSERT INTO question (${columns}) SELECT ${values} FROM question, numbers`)
  store.close()
}

test('many are sent in batches of ten thousand; refused ones are sent again', async () => {
  const library = new TemporaryLibrary({ 'law/q1.md': toQuestionFile('Q?') })
  await library.compile()
  copyQuestion(library, 10_007)
  Object.assign(engine, { received: [], status: 429 })
  const refused = await send(library)
  assert.equal(refused.status, 2)
  assert.match(refused.stderr, /answered 429: too many addresses were sent; try again later\./)
  Object.assign(engine, { received: [], status: 200 })
  assert.equal((await send(library)).lines.at(-1), '10007 new, 0 changed, 0 removed; sent.')
  assert.deepEqual(
    engine.received.map(({ urlList }) => urlList.length),
    [10_000, 7],
  )
  assert.equal(new Set(engine.received.flatMap(({ urlList }) => urlList)).size, 10_007)
})

test('nothing is sent without an address and a key, and wrong usage is reported', async () => {
  const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('A?') })
  await library.compile()
  const cases: [args: string[], environment: Record<string, string>, message: RegExp][] = [
    [['--send'], { SITE_URL: production.SITE_URL }, /Nothing was sent: set INDEXNOW_KEY/],
    [['--send'], { INDEXNOW_KEY: key }, /Nothing was sent: set SITE_URL/],
    [['--send', '--remember'], production, /cannot be used together/],
    [['--endpoint', 'nowhere'], {}, /not an address/],
    [['--sned'], {}, /Unknown option/],
    [[], { CONTENT_DB: path.join(library.root, 'none.db') }, /There is no content store/],
  ]
  for (const [args, environment, message] of cases) {
    const { status, stderr } = await run(library, args, environment)
    assert.equal(status, 2, stderr)
    assert.match(stderr, message)
  }
})
