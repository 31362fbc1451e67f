import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import Database from 'libsql'
import { listPageKinds } from '@/tools/served-site/page-kinds'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { launchBrowser, openPage } from './browser'
import { startContentSite, startSite } from './site'

const site = await startContentSite()
const browser = await launchBrowser()

describe('a page has two scripts: one that applies the reader’s settings, and one for what HTML cannot do', () => {
  for (const { name, path } of listPageKinds(site.dbFile)) {
    test(name, async () => {
      const html = await (await fetch(site.url + path)).text()
      const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag).filter((tag) => !tag.includes('ld+json'))
      assert.equal(scripts.length, 2, scripts.join())
      assert.equal(scripts[0], '<script id="page:settings">')
      assert.match(scripts[1] ?? '', /^<script type="module" src="\/_next\/static\/browser\/page-\w+\.js">$/)
      assert.doesNotMatch(html, /__next_f|as="script"/)
      assert.match(html, /<\/footer><\/body><\/html>$/)
    })
  }
})

test('text of a question that looks like a script is not treated as one', async () => {
  const text = '<script>alert(1)</script>'
  const library = new TemporaryLibrary({
    'law/odd.md': toQuestionFile(
      `What does ${text} do?`,
      {},
      `| a ${text} | b |\n| --- | --- |\n| 1 | 2 |\n\nRead \`${text}\`, [${text}](https://example.com "${text}") and </footer>.`,
    ),
  })
  const { url } = await startSite(library.contentDir)
  const { page, close } = await openPage(browser, `${url}/learn/law/questions/odd`)
  const answer = await page.locator('article').innerText()
  assert.equal(answer.split(text).length - 1, 4, answer)
  assert.match(answer, /<\/footer>/)
  assert.equal(await page.locator('footer').count(), 2)
  assert.equal(await page.locator('.answer a').getAttribute('title'), text)
  await close()
})

test('a page that cannot be rendered is a 500 that says so, is not cached, and comes back once it can be', async () => {
  const library = new TemporaryLibrary({
    'law/broken.md': toQuestionFile('Broken?', {}, 'It will be.'),
    'law/whole.md': toQuestionFile('Whole?', {}, 'It is.'),
  })
  const { url, dbFile } = await startSite(library.contentDir)
  const store = new Database(dbFile)
  const setDetails = (details: string) =>
    store.prepare("UPDATE question SET details = ? WHERE slug = 'broken'").run(details)
  const { details } = store.prepare("SELECT details FROM question WHERE slug = 'broken'").get() as { details: string }
  setDetails('{')
  const broken = `${url}/learn/law/questions/broken`
  for (const attempt of [1, 2]) {
    const response = await fetch(broken)
    assert.equal(response.status, 500, `attempt ${attempt}`)
    assert.equal(response.headers.get('cache-control'), 'no-store')
    const html = await response.text()
    assert.match(html, /<h1[^>]*>This page could not be shown<\/h1>/)
    assert.match(html, /<meta name="robots" content="noindex, follow"\/>/)
  }
  assert.equal((await fetch(`${url}/learn/law/questions/whole`)).status, 200)
  setDetails(details)
  store.close()
  assert.equal((await fetch(broken)).status, 200)
})
