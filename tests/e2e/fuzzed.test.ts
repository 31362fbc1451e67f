import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { showAnswer } from '@/lib/answer/pool/render-pool'
import { answers } from '@/tools/fuzz/answers'
import { launchBrowser } from './browser'

const browser = await launchBrowser()

test('fifty random answers run nothing in a browser, even without the protection of the site’s headers', async () => {
  const sample = fc.sample(answers, { numRuns: 50, seed: 19 })
  const rendered = await Promise.all(sample.map((source) => showAnswer(source)))
  const page = await browser.newPage()
  const calls: string[] = []
  await page.exposeFunction('attack', () => calls.push('attack'))
  page.on('dialog', (dialog) => dialog.dismiss())
  await page.route('**/*', (route) => (route.request().isNavigationRequest() ? route.continue() : route.abort()))
  await page.setContent(rendered.map(({ html }) => html).join('\n'))
  assert.ok((await page.evaluate(() => document.querySelectorAll('body *').length)) > 200)
  // Like a reader who hovers over everything and follows every link.
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      for (const name of ['mouseover', 'focus', 'toggle', 'error', 'load']) element.dispatchEvent(new Event(name))
      if (element instanceof HTMLAnchorElement && element.protocol === 'javascript:') element.click()
    }
  })
  await page.waitForFunction(() => document.readyState === 'complete')
  assert.deepEqual(calls, [])
  await page.setContent('<img src=x onerror=attack()>')
  await page.waitForFunction(() => document.images[0]?.complete)
  await page.evaluate(() => new Promise(requestAnimationFrame))
  assert.deepEqual(calls, ['attack'], 'a successful attack is noticed')
})
