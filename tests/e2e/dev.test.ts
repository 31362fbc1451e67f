import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ConsoleMessage } from 'playwright-core'
import { findFreePort } from '../free-port'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { launchBrowser } from './browser'

const description = 'What a tort is, which kinds there are, and what whoever commits one owes to whom it harms.'
const body =
  'A tort is a wrong that a person does to another, for which the law makes him pay the harm that came of it.'
const toTort = (title: string, fields: Record<string, unknown> = {}, text = body) =>
  toQuestionFile(title, { seo: { page_description: description }, ...fields }, text)

const library = new TemporaryLibrary({ 'law/a.md': toTort('First title?'), 'law/b.md': toQuestionFile('B?') })
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
  stdio: ['ignore', 'pipe', 'pipe'],
})
let output = ''
for (const stream of [server.stdout, server.stderr]) {
  stream.on('data', (data) => {
    output += data
  })
}
after(async () => {
  server.kill()
  if (server.exitCode === null) await once(server, 'exit')
})
while (!output.includes('Ready')) await once(server.stdout, 'data')

const browser = await launchBrowser()
const page = await browser.newPage({ viewport: { width: 1900, height: 900 } })
// A development server compiles its first page on request.
page.setDefaultTimeout(120_000)
const address = `http://localhost:${port}/learn/law/questions/a`
const own = page.getByRole('region', { name: 'Findings in this file' })
const result = page.getByRole('region', { name: 'Search result' })

test('a saved file shows in the browser automatically, with its mistakes, and without them once fixed', async () => {
  const title = page.getByRole('heading', { level: 1 })
  await page.goto(address)
  assert.equal(await title.textContent(), 'First title?')
  await own.getByText('No findings.').waitFor()

  library.write('law/a.md', toTort('Second title?'))
  await page.getByRole('heading', { level: 1, name: 'Second title?' }).waitFor()

  library.write('law/a.md', '---\ntitle: Third title?\ndate: never\n---\nText\n')
  await own.getByText('is not a calendar day').waitFor()
  assert.match((await own.textContent()) ?? '', /law\/a\.md.*3:1 error date/)
  const link = await own.getByRole('link', { name: '3:1' }).getAttribute('href')
  assert.equal(link, `vscode://file/${library.toPath('law/a.md')}:3:1`)
  assert.equal(await title.textContent(), 'Second title?', 'the last good version stays')

  library.write('law/a.md', toTort('Fourth title?'))
  await page.getByRole('heading', { level: 1, name: 'Fourth title?' }).waitFor()
  await own.getByText('No findings.').waitFor()
})

test('what the check finds beyond the compile is shown beside the page, and in the terminal', async () => {
  await page.goto(address)
  await own.getByText('No findings.').waitFor()
  library.write('law/a.md', toTort('Fourth title?', {}, `${body}\n\nTODO: say more.`))
  await own.getByText('error placeholder').waitFor()
  while (!/law\/a\.md:\d+:1 error placeholder/.test(output)) await once(server.stderr, 'data')
  const [panel, main] = [await own.boundingBox(), await page.getByRole('main').boundingBox()]
  assert.ok(panel && main && panel.x >= main.x + main.width, 'beside, not above')
  // If there is no room for both, the page is as wide as on the site, and the panel is below it.
  await page.setViewportSize({ width: 1440, height: 900 })
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).paddingInlineEnd), '0px')
  assert.equal((await own.boundingBox())?.x, 20)
  await page.setViewportSize({ width: 1900, height: 900 })
})

test('a search result shows title, breadcrumbs and description, cut where Google cuts them', async () => {
  library.write('law/a.md', toTort('Short title?'))
  await page.goto(address)
  await result.getByText('Short title?').waitFor()
  assert.match((await result.textContent()) ?? '', new RegExp(`localhost:${port} › Subjects › Law`))
  await result.getByText(description.slice(0, 80)).waitFor()
  assert.equal(await result.getByText('cut').count(), 0)

  const long = `${'Why does the law of torts ask what is reasonable, '.repeat(3)}and who decides?`
  const fields = { seo: { page_description: `${description} ${description}` }, no_index: true }
  library.write('law/a.md', toTort(long, fields))
  await result.getByText('longer than 600 pixels').waitFor()
  await result.getByText('longer than 600 pixels').waitFor()
  await result.getByText(/has 1\d\d characters; more than 160 are cut/).waitFor()
  await result.getByText('hidden from search engines').waitFor()
  const shown = await result.getByText(/^Why does the law/).textContent()
  assert.match(shown ?? '', /^Why does the law of torts ask what is .* …$/)
  library.write('law/a.md', toTort('Short title?'))
})

test('of two descriptions in the head the preview shows the last one, which is the newest', async () => {
  await page.goto(address)
  await result.getByText(description.slice(0, 80)).waitFor()
  await page.evaluate(() => {
    const newest = document.createElement('meta')
    newest.name = 'description'
    newest.content = 'What came later.'
    document.head.append(newest)
  })
  await result.getByText('What came later.').waitFor()
})

test('custom elements run as in production, also those that a saved file adds', async () => {
  const errors: string[] = []
  const listen = (message: ConsoleMessage) => message.type() === 'error' && errors.push(message.text())
  page.on('console', listen)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(address)
  await own.getByText('No findings.').waitFor()
  await page.getByRole('button', { name: 'Reading settings' }).click()
  await page.getByLabel('Theme').selectOption('dark')
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('title')
  await page.getByRole('option', { name: /All results for/ }).waitFor()
  await page.keyboard.press('Escape')

  const copy = page.locator('.code').getByRole('button', { name: 'Copy' })
  assert.equal(await copy.count(), 0)
  library.write('law/a.md', toTort('Short title?', {}, `${body}\n\n\`\`\`js\nlet tort = 1\n\`\`\``))
  await copy.click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'let tort = 1')
  library.write('law/a.md', toTort('Short title?'))
  await copy.waitFor({ state: 'detached' })
  page.off('console', listen)
  assert.deepEqual(errors, [])
})

test('an invalid draft has no page yet: its findings are shown at its future address', async () => {
  library.write('law/draft.md', '---\ntitle: Draft?\n---\nText\n')
  await page.goto(address.replace(/a$/, 'draft'))
  await page.getByRole('heading', { level: 1, name: 'There is no page' }).waitFor()
  await own.getByText('“date” is missing').waitFor()
  library.write('law/draft.md', toTort('Draft?'))
  await page.getByRole('heading', { level: 1, name: 'Draft?' }).waitFor()
})

test('mistakes of other files are shown on every page', async () => {
  library.write('law/b.md', 'broken')
  await page.goto(`http://localhost:${port}/learn`)
  const others = page.getByRole('alert', { name: 'Mistakes in other files' })
  await others.getByText('law/b.md:1:1').waitFor()
  library.write('law/b.md', toQuestionFile('B?'))
  await others.waitFor({ state: 'detached' }).catch(async () => assert.fail((await others.textContent()) ?? ''))
})

test('a file added in a new folder, and a removed one, are noticed', async () => {
  library.write('medicine/new.md', toQuestionFile('New?'))
  await page.goto(`http://localhost:${port}/learn`)
  await page.getByRole('link', { name: 'Medicine' }).waitFor()
  library.remove('medicine/new.md')
  await page.getByRole('link', { name: 'Medicine' }).waitFor({ state: 'detached' })
})

test('old addresses redirect, removed ones say so, and there are sitemaps and feeds, as in production', async () => {
  const get = (address: string) => fetch(`http://localhost:${port}${address}`, { redirect: 'manual' })
  const waitFor = async (address: string, status: number) => {
    for (let look = 0; look < 300 && (await get(address)).status !== status; look += 1) await sleep(100)
    return get(address)
  }
  library.write('law/b.md', toQuestionFile('B?', { aliases: ['/old/b.html'] }))
  const moved = await waitFor('/Old/b.html?x=1', 308)
  assert.equal(new URL(moved.headers.get('location') ?? '', 'http://x').pathname, '/learn/law/questions/b')
  library.write('./gone.yml', '/learn/law/questions/ether:\n')
  const removed = await waitFor('/learn/law/questions/ether', 410)
  assert.match(await removed.text(), /no longer here/)
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
