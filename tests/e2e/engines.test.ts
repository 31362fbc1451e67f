import assert from 'node:assert/strict'
import { once } from 'node:events'
import { cpSync } from 'node:fs'
import { after, test } from 'node:test'
import { toSearchPath } from '@/lib/core/search-paths'
import { Corpus } from '@/tools/corpus/corpus'
import { writeCorpus } from '@/tools/corpus/write-corpus'
import { createDatabase, publishLibrary } from '../postgres/databases'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { startServer } from './site'

/** One SITE_URL for both: it is in the compared bytes, and in their ETags. */
const siteUrl = 'https://learn.example'

const library = new TemporaryLibrary({
  './gone.yml': '/learn/law/questions/gone:\n',
  'law/moved.md': toQuestionFile('Does “a *tort*” move?', { aliases: ['/old/tort'] }, 'Ёж und 한국어, $x^2$, `code`.'),
})
for (const name of ['duty', 'breach', 'damage', 'causation', 'defence']) {
  const fields = { seo: { page_keywords: `Negligence, ${name}` } }
  library.write(`law/${name}.md`, toQuestionFile(`What is ${name} in negligence?`, fields))
}
writeCorpus(new Corpus(120, 1), library.contentDir)
cpSync('content', library.contentDir, { recursive: true })
await library.compile({ keepGoing: true })
const url = await createDatabase()
await publishLibrary(library, url)
const sites = [
  await startServer(library.contentDir, library.dbFile, { SITE_URL: siteUrl }),
  await startServer(library.contentDir, library.dbFile, { SITE_URL: siteUrl, DATABASE_URL: url }),
]
after(async () => {
  for (const { server } of sites) {
    server.kill()
    await once(server, 'exit')
  }
})

const ask = (site: string, address: string) =>
  fetch(site + address, {
    redirect: 'manual',
    headers: { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'learn.example' },
  })

async function read(site: string, address: string) {
  const response = await ask(site, address)
  const headers = ['content-type', 'location', 'cache-control', 'content-security-policy']
  return {
    status: response.status,
    headers: headers.map((name) => response.headers.get(name)),
    // React marks where rendering paused within a text, which depends on how long reads take.
    body: (await response.text()).replaceAll('<!-- -->', ''),
  }
}

/** Compares the responses of both engines; returns one. */
async function assertSame(address: string) {
  const [sqlite, postgres] = await Promise.all(sites.map(({ url }) => read(url, address)))
  assert.deepEqual(postgres, sqlite, address)
  return sqlite as Awaited<ReturnType<typeof read>>
}

const listAddresses = (sitemap: string) =>
  Array.from(sitemap.matchAll(/<loc>([^<]*)<\/loc>/g), ([, found = '']) => new URL(found, 'http://x').pathname)

test('both engines give the same bytes: what the sitemap lists, and its files', async () => {
  const seen = new Map<string, number>()
  for (const file of listAddresses((await assertSame('/sitemap.xml')).body)) {
    for (const address of listAddresses((await assertSame(file)).body)) {
      assert.equal((await assertSame(address)).status, 200, address)
      const kind = /\/(questions|topics)\//.exec(address)?.[1] ?? /^\/(learn|authors)\//.exec(address)?.[1] ?? 'other'
      seen.set(kind, (seen.get(kind) ?? 0) + 1)
    }
  }
  for (const kind of ['questions', 'topics', 'learn', 'authors', 'other']) assert.ok(seen.get(kind), kind)
  assert.ok((seen.get('questions') ?? 0) > 100)
})

test('feeds, searches, old and unknown addresses', async () => {
  const searches = ['force', 'forze', '"to be"', 'the', 'ёж', 'subject:physics energy', 'nothing at all here', '']
  const addresses = [
    ...['/feed.xml', '/learn/physics/feed.xml', '/learn/none/feed.xml', '/llms.txt', '/robots.txt'],
    ...['/old/tort', '/learn/law/questions/gone', '/Learn/Physics/', '/learn/physics/page/99', '/nowhere'],
    ...['/learn/physics/a-z', '/learn/law/questions/moved.md'],
    ...searches.map((text) => toSearchPath(text)),
    `${toSearchPath('energy')}&page=2`,
  ]
  const statuses = new Set<number>()
  for (const address of addresses) statuses.add((await assertSame(address)).status)
  for (const status of [200, 301, 404, 410])
    assert.ok(statuses.has(status) || (status === 301 && statuses.has(308)), `${status}`)
})
