import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { launchBrowser, openPage } from './browser'
import { startSite } from './site'

const sections = Array.from({ length: 24 }, (_, at) => `## Heading ${at}\n\nText ${at} ${'of some words '.repeat(20)}`)
const points = '- **One**: a\n- **Two**: b\n- **Three**: c'
const library = new TemporaryLibrary({
  'law/long.md': toQuestionFile('What is long?', {}, sections.join('\n\n')),
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [`physics/q${at}.md`, toQuestionFile(`Heading ${at}?`, {}, points)]),
  ),
})
const site = await startSite(library.contentDir)
const browser = await launchBrowser()

/** How much must follow each heading on its page, in points: lines of text, lines to write on, points of a key. */
for (const [what, address, part, room] of [
  ['an answer', '/learn/law/questions/long', '.answer', 40],
  ['a sheet', '/sheet?subject=physics&n=12', 'section:not(.sheet-key)', 160],
  ['its key', '/sheet?subject=physics&n=12', '.sheet-key', 40],
] as const) {
  test(`no heading of ${what} ends a page, even in browsers that ignore break-after: avoid`, async (t) => {
    const { page, close } = await openPage(browser, site.url + address)
    await page.locator(part).evaluate((element) => document.body.replaceChildren(element))
    await page.addStyleTag({ content: '* { break-after: auto !important }' })
    for (let height = 200; height <= 300; height += 5) {
      const pdf = await page.pdf({ width: '210mm', height: `${height}mm`, margin: { top: '9mm', bottom: '9mm' } })
      const read = spawnSync('pdftotext', ['-bbox', '-', '-'], { input: pdf, encoding: 'utf8' })
      if (read.error) return t.skip('pdftotext is not installed (poppler-utils)')
      const pages = read.stdout.split('<page ').slice(1)
      assert.ok(pages.length > 1)
      const headings = Array.from(pages.join().matchAll(/yMax="([\d.]+)">Heading</g), ([, bottom]) => Number(bottom))
      assert.ok(headings.length >= 12)
      const end = (height - 9) * (72 / 25.4)
      for (const bottom of headings) assert.ok(bottom + room <= end, `${height} mm: ${bottom} of ${end}`)
    }
    await close()
  })
}
