import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { launchBrowser } from './browser'
import { findFreePort } from './site'

const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('First title?'), 'law/b.md': toQuestionFile('B?') })
const port = await findFreePort()
const server = spawn(process.execPath, ['--import', 'tsx', 'scripts/dev.ts'], {
  env: {
    ...process.env,
    NODE_ENV: 'development',
    CONTENT_DIR: library.contentDir,
    CONTENT_DB: library.dbFile,
    PORT: String(port),
    NODE_OPTIONS: '',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
})
after(async () => {
  server.kill()
  if (server.exitCode === null) await once(server, 'exit')
})
await new Promise<void>((resolve) => server.stdout.on('data', (data) => String(data).includes('Ready') && resolve()))

const browser = await launchBrowser()
const page = await browser.newPage()

test('a file that is saved shows in the browser by itself, with its mistakes, and is well again when mended', async () => {
  const title = page.getByRole('heading', { level: 1 })
  const mistakes = page.getByRole('alert', { name: 'Mistakes in the content' })
  const news = page.waitForRequest((request) => request.url().endsWith('/api/dev'))
  await page.goto(`http://localhost:${port}/learn/law/questions/a`)
  assert.equal(await title.textContent(), 'First title?')
  await (await news).response()

  library.write('law/a.md', toQuestionFile('Second title?'))
  await page.getByRole('heading', { level: 1, name: 'Second title?' }).waitFor()

  library.write('law/a.md', '---\ntitle: Third title?\ndate: never\n---\nText\n')
  await mistakes.waitFor()
  assert.match((await mistakes.textContent()) ?? '', /learn\/law\/a\.md:3:1.*error date.*is no day of the calendar/)
  assert.equal(await title.textContent(), 'Second title?', 'the last good version stays')

  library.write('law/a.md', toQuestionFile('Fourth title?'))
  await page.getByRole('heading', { level: 1, name: 'Fourth title?' }).waitFor()
  await mistakes.waitFor({ state: 'detached' })
})

test('a file that is added in a new folder, and one that is removed, are noticed', async () => {
  library.write('medicine/new.md', toQuestionFile('New?'))
  await page.goto(`http://localhost:${port}/learn`)
  await page.getByRole('link', { name: 'Medicine' }).waitFor()
  library.remove('medicine/new.md')
  await page.getByRole('link', { name: 'Medicine' }).waitFor({ state: 'detached' })
})

test('old addresses lead on, gone ones say so, and there are sitemaps and feeds, as in production', async () => {
  const get = (address: string) => fetch(`http://localhost:${port}${address}`, { redirect: 'manual' })
  const waitFor = async (address: string, status: number) => {
    for (let look = 0; look < 100 && (await get(address)).status !== status; look += 1) await sleep(100)
    return get(address)
  }
  library.write('law/b.md', toQuestionFile('B?', { aliases: ['/old/b.html'] }))
  const moved = await waitFor('/Old/b.html?x=1', 308)
  assert.equal(new URL(moved.headers.get('location') ?? '', 'http://x').pathname, '/learn/law/questions/b')
  library.write('./gone.yml', '/learn/law/questions/ether:\n')
  const gone = await waitFor('/learn/law/questions/ether', 410)
  assert.match(await gone.text(), /no longer here/)
  for (const address of [
    '/sitemap.xml',
    '/sitemap-law-1.xml',
    '/feed.xml',
    '/learn/law/questions/b.md',
    '/robots.txt',
  ]) {
    assert.equal((await get(address)).status, 200, address)
  }
})
