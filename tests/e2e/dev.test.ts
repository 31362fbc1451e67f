import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { after, test } from 'node:test'
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
