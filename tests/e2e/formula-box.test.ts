import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { launchBrowser, openPage } from './browser'
import { startSite } from './site'

const viewport = { width: 390, height: 844 }

/** Formulas that draw outside their box, each in its own way, by the name of their question. */
const formulas = {
  above: '$\\smash{\\rule[9em]{9em}{2em}}$',
  'above-display': '$$\\smash{\\rule[9em]{9em}{2em}}$$',
  below: '$\\smash{\\rule[-9em]{9em}{2em}}$',
  raisebox: '$\\kern-20em\\raisebox{2em}{\\rule{20em}{1em}}$',
  rule: '$\\rule{40em}{40em}$',
  hspace: '$\\hspace{10000em}\\rule{9em}{1em}$',
  kern: '$\\kern-20em\\rule{20em}{1em}$',
  hskip: '$\\hskip-20em\\rule{20em}{1em}$',
  mathllap: '$\\mathllap{\\rule{20em}{1em}}$',
  mathrlap: '$\\mathrlap{\\rule{20em}{1em}\\rule{20em}{1em}}x$',
  huge: `$${'{\\Huge '.repeat(9)}\\smash{\\rule[4em]{1em}{1em}}${'W'.repeat(20)}${'}'.repeat(9)}$`,
}

const library = new TemporaryLibrary(
  Object.fromEntries(
    Object.entries(formulas).map(([name, formula]) => [
      `law/${name}.md`,
      toQuestionFile(`What does ${name} cover?`, {}, `Before it.\n\n${formula}\n\nAfter it.`),
    ]),
  ),
)
const site = await startSite(library.contentDir)
const browser = await launchBrowser()

/** A screenshot of a phone in which the answer, and the margin that it may draw into, are covered. */
async function shootAround(page: Page): Promise<string> {
  const height = await page.evaluate(() => {
    const { top, left, width, height } = (document.querySelector('.answer') as HTMLElement).getBoundingClientRect()
    const edge = 9
    const cover = document.querySelector('#cover') ?? document.body.appendChild(document.createElement('div'))
    cover.id = 'cover'
    cover.setAttribute(
      'style',
      `position: absolute; z-index: 9; background: gray; top: ${top - edge}px; left: ${left - edge}px; width: ${width + 2 * edge}px; height: ${height + 2 * edge}px`,
    )
    return document.body.getBoundingClientRect().height
  })
  const clip = { x: 0, y: 0, width: viewport.width, height }
  return (await page.screenshot({ fullPage: true, clip })).toString('base64')
}

/** The same once it no longer changes: elements read from storage after they are drawn. */
async function shootAtRest(page: Page): Promise<string> {
  let before = await shootAround(page)
  for (;;) {
    const now = await shootAround(page)
    if (now === before) return now
    before = now
  }
}

/** What the answer spoils: the page's width, or what is around the answer, compared with the page without it. */
async function listSpoilt(page: Page): Promise<string[]> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  const shown = await shootAtRest(page)
  const style = await page.addStyleTag({ content: '.answer { opacity: 0 }' })
  const hidden = await shootAround(page)
  await style.evaluate((element) => element.parentNode?.removeChild(element))
  return [...(width > viewport.width ? ['width'] : []), ...(shown === hidden ? [] : ['surroundings'])]
}

for (const name of Object.keys(formulas)) {
  test(`${name} draws nothing outside the answer, and the page keeps its width; without our styles it would not`, async () => {
    const url = `${site.url}/learn/law/questions/${name}`
    const { page, close } = await openPage(browser, url, { viewport, reducedMotion: 'reduce' })
    assert.deepEqual(await listSpoilt(page), [])
    await page.addStyleTag({ content: '.answer, .formula, .formula-wide { overflow: visible !important }' })
    assert.notDeepEqual(await listSpoilt(page), [], 'without the styles it would')
    await close()
  })
}
