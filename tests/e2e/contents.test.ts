import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { launchBrowser, openPage } from './browser'
import { startSite } from './site'

const points = ['Trade', 'Law', 'Language'].map((name, index) => `${index + 1}. **${name}**: ${'Words. '.repeat(60)}`)
const answer = `The empire rested on three things.\n\n${points.join('\n')}`
const fields = { seo: { page_description: 'Roads carried grain and letters; '.repeat(6).trim() } }
/** Titles from one line on a phone to the longest that are common. */
const titles = [20, 40, 60, 69, 72, 80, 90, 100, 110].map((length) =>
  'Why did roads and harbours decide how far the armies, the coins and the language of an ancient empire could go?'
    .slice(0, length)
    .trim(),
)

const library = new TemporaryLibrary(
  Object.fromEntries(
    titles.map((title, index) => [`history-of-the-world/q-${index}.md`, toQuestionFile(title, fields, answer)]),
  ),
)
const site = await startSite(library.contentDir)
const browser = await launchBrowser()
const toUrl = (index: number) => `${site.url}/learn/history-of-the-world/questions/q-${index}`

test('on a phone the answer begins high up, below its contents', async () => {
  for (const index of titles.keys()) {
    const { page, close } = await openPage(browser, toUrl(index), { viewport: { width: 390, height: 844 } })
    const contents = await page.locator('table-of-contents details').boundingBox()
    const text = await page.locator('.answer > *').first().boundingBox()
    assert.ok(contents && text && contents.y + contents.height <= text.y)
    assert.ok(text.y <= 420, `${titles[index]?.length} letters: ${text.y}`)
    assert.equal(await page.locator('table-of-contents a').first().isVisible(), false)
    await close()
  }
})

for (const width of [1024, 1280]) {
  test(`the contents are beside the answer, ${width} pixels wide, and link to its points`, async () => {
    const { page, close } = await openPage(browser, toUrl(2), { viewport: { width, height: 800 } })
    const contents = await page.locator('table-of-contents details').boundingBox()
    const text = await page.locator('.answer').boundingBox()
    assert.ok(contents && text)
    assert.ok(contents.x >= text.x + text.width || contents.x + contents.width <= text.x)
    assert.deepEqual(await page.locator('table-of-contents a').allTextContents(), ['Trade', 'Law', 'Language'])
    await page.locator('table-of-contents a', { hasText: 'Law' }).click()
    assert.equal(new URL(page.url()).hash, '#law')
    assert.match((await page.locator('.answer :target').textContent()) ?? '', /^\s*Law: Words/)
    await close()
  })
}
