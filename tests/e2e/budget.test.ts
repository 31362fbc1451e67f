import assert from 'node:assert/strict'
import { test } from 'node:test'
import { costlyAnswers } from '../answer/costly-answers'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { launchBrowser, openPage } from './browser'
import { startSite } from './site'

const costly = costlyAnswers.get('stars') ?? ''
const formulas = [
  '$\\smash{\\raisebox{19em}{\\rule{9em}{9em}}}$',
  '$\\kern-40em\\rule{9em}{1em}$',
  '$\\rule{400em}{1em}$ and $\\hspace{10000em}x$',
  '$$\\smash{\\raisebox{19em}{\\rule{9em}{9em}}}$$',
]
const library = new TemporaryLibrary({
  'law/costly.md': toQuestionFile('What costs?', {}, costly),
  'law/cheap.md': toQuestionFile('What does not?', {}, 'An answer with a formula, $x^2$.'),
  'law/formulas.md': toQuestionFile('What covers the page?', {}, formulas.join('\n\n')),
})
const site = await startSite(library.contentDir)
const at = (slug: string) => `${site.url}/learn/law/questions/${slug}`

test('a costly answer is shown as its source, and keeps no other page waiting for ever', async () => {
  const [source, cheap] = await Promise.all(['costly', 'cheap'].map(async (slug) => (await fetch(at(slug))).text()))
  assert.match(source ?? '', /<p class="source-note">.*<pre class="source"[^>]*>\s*_a\*\*_a/)
  assert.match(cheap ?? '', /An answer with a formula, <span/)
})

test('formulas draw nothing outside of the answer, and a phone keeps its width', async () => {
  const browser = await launchBrowser()
  const viewport = { width: 390, height: 844 }
  const { page, close } = await openPage(browser, at('formulas'), { viewport, reducedMotion: 'reduce' })
  const { width, overflow, covered } = await page.evaluate(() => {
    const answer = document.querySelector('.answer') as HTMLElement
    const { top } = answer.getBoundingClientRect()
    const points = Array.from({ length: Math.floor(top / 5) - 3 }, (_, index) =>
      document.elementFromPoint(100, index * 5),
    )
    return {
      width: document.documentElement.scrollWidth,
      overflow: getComputedStyle(answer).overflow,
      covered: points.filter((element) => answer.contains(element)).length,
    }
  })
  assert.deepEqual({ width, overflow, covered }, { width: 390, overflow: 'clip', covered: 0 })
  await close()
})
