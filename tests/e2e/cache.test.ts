import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { Random } from '@/tools/corpus/random'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { startSite } from './site'

const pages = 50
const library = new TemporaryLibrary(
  Object.fromEntries(
    Array.from({ length: pages }, (_, index) => [
      `law/q${index}.md`,
      toQuestionFile(`Question ${index}?`, {}, `Answer ${index}. ${'Many words to fill the page. '.repeat(1_000)}`),
    ]),
  ),
)
// Each page takes about 120 KB, so two megabytes hold less than half of them.
const site = await startSite(library.contentDir, { PAGE_CACHE_MB: '2' })

/** The build folder without what a development server that runs at the same time writes there. */
const buildParts = readdirSync('.next', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'dev')
  .map(({ name }) => path.join('.next', name))

/** Resident memory of the server in MB, and the bytes and files in its build and store folders. */
function measure() {
  const status = readFileSync(`/proc/${site.server.pid}/status`, 'utf8')
  const memory = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
  const files = [...buildParts, path.dirname(site.dbFile)].flatMap((dir) =>
    readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((file) => path.join(dir, file)),
  )
  const sizes = files.map((file) => statSync(file)).filter((stats) => stats.isFile())
  return { memory, files, bytes: sizes.reduce((sum, stats) => sum + stats.size, 0) }
}

async function visit(addresses: string[], use: (response: Response) => void) {
  for (let from = 0; from < addresses.length; from += 16) {
    const batch = addresses.slice(from, from + 16).map(async (address) => {
      const response = await fetch(site.url + address, { redirect: 'manual' })
      await response.arrayBuffer()
      use(response)
    })
    await Promise.all(batch)
  }
}

test('the cache stays within its limit: old pages make room for new ones, none is written to disk', async () => {
  // Next caches files of the build on disk: each once.
  await visit(['/learn/law', '/icon.svg', '/apple-icon.png', '/favicon.ico', '/manifest.webmanifest'], () => undefined)
  const before = measure()
  const addresses = Array.from({ length: pages }, (_, index) => `/learn/law/questions/q${index}`)
  await visit(addresses, (response) => assert.equal(response.status, 200))
  let kept = 0
  const last = addresses.slice(-10)
  await visit(last, (response) => assert.equal(response.headers.get('x-cache'), 'HIT'))
  await visit(addresses.slice(0, 20), (response) => {
    if (response.headers.get('x-cache') === 'HIT') kept += 1
  })
  assert.equal(kept, 0, 'the oldest are evicted')
  const after = measure()
  assert.deepEqual(
    after.files.filter((file) => !before.files.includes(file)),
    [],
  )
})

test('nothing is rendered for query strings that no page reads, or for unknown addresses', async () => {
  for (const first of ['/', '/about', '/learn', '/learn/law', '/no.where']) await (await fetch(site.url + first)).text()
  const asked = [
    '/?utm_source=x',
    '/about?a=1',
    '/learn?q=law',
    '/learn/law?page=2',
    '/12/34',
    '/wp-login.php',
    '/a/b.c?d',
  ]
  for (const address of asked) {
    const response = await fetch(site.url + address)
    await response.arrayBuffer()
    assert.equal(response.headers.get('x-cache'), 'HIT', address)
  }
})

test('hundreds of bad addresses do not affect memory, disk or cache', async () => {
  const random = new Random(5)
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789-'
  const word = () =>
    `x-${Array.from({ length: 1 + random.below(40) }, () => letters[random.below(letters.length)]).join('')}`
  const forms = [
    () => `/learn/law/questions/${word()}`,
    () => `/learn/${word()}`,
    () => `/learn/law/page/${2 + random.below(1e9)}`,
    () => `/learn/${word()}/questions/${word()}?${word()}=${word()}`,
    () => `/authors/${word()}`,
    () => `/images/questions/law/${word()}.png`,
    () => `/learn/law/topics/${word()}`,
    () => `/${word()}/${word()}`,
    () => `/learn/law/a-z/page/${random.below(1e6) + 10}`,
    () => `/_next/image?url=${encodeURIComponent(`/images/site.png?${word()}`)}&w=640&q=75`,
    () => `/learn/law/questions/${word()}.md`,
    () => `/LEARN/Law/questions/${word()}/`,
    () => `/learn/${word()}/feed.xml`,
    () => `/sitemap-${word()}-${random.below(1e9)}.xml`,
    () => `/sitemap-law-${2 + random.below(1e9)}.xml`,
    () => `/${word()}.${random.pick(['xml', 'txt', 'md'])}`,
    () => `/learn/law/questions/${encodeURIComponent(`../${word()}%00'"<`)}`,
  ]
  const addresses = Array.from({ length: 400 }, () => random.pick(forms)())
  const statuses = new Map<number, number>()
  const count = (response: Response) => statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
  await visit(addresses.slice(0, 100), count)
  await visit(['/learn/law/questions/q49'], () => undefined)
  const before = measure()
  await visit(addresses.slice(100), count)
  const after = measure()
  assert.deepEqual([...statuses.keys()], [404], JSON.stringify([...statuses]))
  assert.deepEqual([after.files, after.bytes], [before.files, before.bytes])
  assert.ok(after.memory < before.memory + 60, `${before.memory} MB, then ${after.memory} MB`)
  await visit(['/learn/law/questions/q49'], (response) => assert.equal(response.headers.get('x-cache'), 'HIT'))
})

test('a cached page is sent in an encoding that the visitor accepts, and not again to one who has it', async () => {
  const address = `${site.url}/learn/law/questions/q1`
  await (await fetch(address)).text()
  const plain = await fetch(address, { headers: { 'accept-encoding': 'identity' } })
  const html = await plain.text()
  assert.equal(plain.headers.get('content-encoding'), null)
  for (const [accepted, encoding] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
  ] as const) {
    const response = await fetch(address, { headers: { 'accept-encoding': accepted } })
    assert.equal(response.headers.get('content-encoding'), encoding)
    assert.ok(Number(response.headers.get('content-length')) < html.length / 4)
    assert.equal(await response.text(), html)
  }
  const etag = plain.headers.get('etag') ?? ''
  const again = await fetch(address, { headers: { 'if-none-match': etag } })
  assert.equal(again.status, 304)
  assert.equal(await again.text(), '')
  assert.equal(again.headers.get('cache-control'), plain.headers.get('cache-control'))
  assert.equal((await fetch(address, { headers: { 'if-none-match': '*' } })).status, 304)
  const head = await fetch(address, { method: 'HEAD' })
  const names = ['x-cache', 'content-length', 'content-encoding', 'etag', 'vary', 'x-robots-tag']
  const whole = await fetch(address)
  await whole.text()
  for (const name of names) assert.equal(head.headers.get(name), whole.headers.get(name), name)
  assert.equal(head.status, 200)
  assert.equal(await head.text(), '')
  const elsewhere = { 'x-forwarded-host': 'staging.example.org' }
  assert.equal((await fetch(address, { headers: elsewhere })).headers.get('x-robots-tag'), null)
})

test('the first response and the cached one have the same body and the same headers', async () => {
  const address = `${site.url}/learn/law/a-z`
  const [first, kept] = [await fetch(address), await fetch(address)]
  assert.deepEqual([first.headers.get('x-cache'), kept.headers.get('x-cache')], ['MISS', 'HIT'])
  for (const name of ['content-security-policy', 'cache-control', 'content-type', 'vary', 'x-content-type-options']) {
    assert.equal(first.headers.get(name)?.toLowerCase(), kept.headers.get(name)?.toLowerCase(), name)
  }
  assert.equal(await first.text(), await kept.text())
})
