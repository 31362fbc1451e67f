import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { toShortId } from '@/lib/core/short-id'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { launchBrowser, openPage } from './browser'
import { startSite } from './site'

const wide = `$$${Array.from({ length: 40 }, (_, index) => `x_{${index}}`).join(' + ')} = 0$$`
const library = new TemporaryLibrary()
for (let number = 1; number <= 12; number += 1) {
  const word = 'abcdefghijkl'[number - 1]?.repeat(3)
  const points = ['One', 'Two', 'Three'].map((point, index) => `${index + 1}. **${point} of ${word}**: so.`).join('\n')
  const body = number % 2 ? points : `Keyanswer ${word}.\n\n${wide}`
  library.write(`physics/q${number}.md`, toQuestionFile(`Why ${word} zor?`, { seo: { page_keywords: 'optics' } }, body))
}
library.write(
  'law/tort.md',
  toQuestionFile(
    'What is a tort?',
    { recall: ['A wrong that is *civil*'] },
    '- **Duty**: a\n- **Breach**: b\n- **Loss**: c',
  ),
)
const site = await startSite(library.contentDir)
const browser = await launchBrowser()
const address = `${site.url}/sheet?topic=physics/optics&n=10&seed=7b`

test('a sheet is the same for everybody, hidden from search engines, and cached', async () => {
  const [first, second] = [await fetch(address), await fetch(address)]
  const [html, again] = [await first.text(), await second.text()]
  assert.equal(first.status, 200)
  assert.equal(html, again)
  assert.match(html, /<meta name="robots" content="noindex, follow"\/>/)
  assert.equal(html.match(/data-card="[0-9a-z]{8}"/g)?.length, 10)
})

test('in print the key starts on a new page, and nothing is wider than the paper', async () => {
  const { page, complaints, close } = await openPage(browser, `${address}&key=full`)
  const pdf = await page.pdf({ format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } })
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 680, height: 960 })
  const cut = await page.evaluate(() =>
    Array.from(document.querySelectorAll('.sheet .katex-base, .sheet h3, .sheet li'))
      .filter((part) => part.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((part) => part.textContent?.slice(0, 80)),
  )
  assert.deepEqual(cut, [])
  assert.deepEqual(complaints, [])
  await close()
  const read = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
  if (read.error)
    return console.error('pdftotext is not installed (poppler-utils): the pages of the PDF were not read.')
  const pages = read.stdout.split('\f').slice(0, -1)
  const key = pages.findIndex((text) => text.includes('Key: Optics'))
  assert.ok(key > 0)
  assert.ok(pages.slice(0, key).every((text) => !text.includes('Keyanswer')))
  assert.match(pages[key] ?? '', /^\s*Key: Optics/)
  assert.ok(pages.slice(key).join('').includes('Keyanswer'))
})

test('in print there are exactly six lines below each question', async (t) => {
  const { page, close } = await openPage(browser, address)
  const pdf = await page.pdf({ format: 'A4' })
  await close()
  for (const density of [45, 72, 150]) {
    const drawn = spawnSync('pdftoppm', ['-gray', '-r', String(density), '-f', '1', '-l', '1', '-'], {
      input: pdf,
      maxBuffer: 10_000_000,
    })
    if (drawn.error) return t.skip('pdftoppm is not installed (poppler-utils)')
    // The first is the line for the name.
    const lines = listDarkRows(drawn.stdout).slice(1)
    assert.ok(lines.length >= 12 && lines.length % 6 === 0, `${lines.length} lines at ${density} dpi`)
    const gap = (2.25 * 16 * density) / 96
    for (const [index, line] of lines.entries())
      if (index % 6 > 0) assert.ok(Math.abs(line - (lines[index - 1] as number) - gap) <= 1.5, `${index}: ${lines}`)
  }
})

/** The rows of a picture (PGM) that are dark to the right of the questions' text; of adjacent rows, the first. */
function listDarkRows(picture: Buffer): number[] {
  const header = /^P5\s(\d+)\s(\d+)\s255\s/.exec(picture.toString('latin1', 0, 40))
  const [width, height] = [Number(header?.[1]), Number(header?.[2])]
  const isDark = (row: number) =>
    (picture[(header?.[0].length ?? 0) + row * width + Math.round(width * 0.65)] as number) < 235
  return Array.from({ length: height }, (_, row) => row).filter((row) => isDark(row) && !isDark(row - 1))
}

test('the key has the points that the author lists', async () => {
  const html = await (await fetch(`${site.url}/sheet?subject=law`)).text()
  assert.match(html, /<li>A wrong that is <em>civil<\/em><\/li>/)
  assert.doesNotMatch(html, /<li>Duty/)
})

test('missing subjects and invalid parameters are reported; listed questions keep their order', async () => {
  const get = async (query: string) => (await fetch(`${site.url}/sheet${query}`)).text()
  assert.match(await get(''), /Pick a subject/)
  assert.match(await get('?topic=physics/none'), /There are no questions at this address/)
  assert.match(await get('?subject=physics&n=900'), /A sheet has from 1 to 50 questions\./)
  const ids = ['q3', 'q1'].map((slug) => toShortId({ subject: 'physics', slug }))
  assert.deepEqual(
    Array.from((await get(`?q=${ids.join(',')}`)).matchAll(/data-card="(\w+)"/g), ([, id]) => id),
    ids,
  )
})

test('a topic as a deck for Anki, which is not sent again to a client that has it', async () => {
  const deck = `${site.url}/deck.apkg?topic=physics/optics`
  const response = await fetch(deck)
  assert.equal(response.status, 200)
  assert.equal(response.headers.get('content-type'), 'application/apkg')
  assert.equal(response.headers.get('content-disposition'), 'attachment; filename="physics-optics.apkg"')
  assert.equal(response.headers.get('x-robots-tag'), 'noindex')
  assert.deepEqual(Object.keys(unzipSync(new Uint8Array(await response.arrayBuffer()))), ['collection.anki2', 'media'])
  const headers = { 'if-none-match': response.headers.get('etag') ?? '' }
  assert.equal((await fetch(deck, { headers })).status, 304)
  assert.equal((await fetch(`${site.url}/deck.apkg?topic=physics/none`)).status, 404)
  assert.equal((await fetch(`${site.url}/deck.apkg?subject=physics`)).status, 404)
})
