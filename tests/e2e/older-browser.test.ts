import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { launchBrowser, settle, typeSearch } from './browser'
import { compare } from './practising'
import { startSite } from './site'

/**
 * What the oldest browsers that scripts are built for (scripts/build-browser-script.ts) lack, with the versions that
 * introduced it: https://github.com/mdn/browser-compat-data
 */
const missing = {
  'Firefox 119': ['Element.prototype.role', 'Element.prototype.aria*'],
  'Firefox 124': ['AbortSignal.any', 'ReadableStream.from'],
  'Firefox 125': ['HTMLElement.prototype.*popover', 'HTMLElement.prototype.*Popover', 'Intl.Segmenter'],
  'Firefox 128': ['Element.prototype.getHTML', 'CSS.registerProperty', 'CSSPropertyRule'],
  'Firefox 140': ['CSS.highlights', 'Highlight', 'cookieStore'],
  'Firefox 147': ['navigation', 'Document.prototype.startViewTransition'],
  'Safari 17': ['URL.canParse', 'Object.groupBy', 'Map.groupBy', 'Set.prototype.is*', 'Response.json'],
  'Safari 17.4': ['Element.prototype.checkVisibility', 'Element.prototype.setHTMLUnsafe', 'Promise.withResolvers'],
  'Safari 18': ['Set.prototype.*ion', 'Set.prototype.*ifference', 'URL.parse', 'Blob.prototype.bytes'],
  'Safari 18.4': ['Iterator', 'Promise.try', 'RegExp.escape', 'Array.fromAsync'],
  'none of Safari': ['requestIdleCallback', 'cancelIdleCallback', 'scheduler', 'Element.prototype.moveBefore'],
}

/** Deletes properties before a page runs its scripts. An asterisk stands for any letters. */
function takeAway(names: string[]) {
  for (const name of names) {
    const steps = name.split('.')
    const pattern = new RegExp(`^${steps.pop()?.replace('*', '.*')}$`)
    // biome-ignore lint/suspicious/noExplicitAny: any object of the browser
    const owner = steps.reduce((object: any, step) => object?.[step], globalThis)
    for (const key of owner ? Object.getOwnPropertyNames(owner) : []) if (pattern.test(key)) delete owner[key]
  }
}

const library = new TemporaryLibrary({
  'law/tort.md': toQuestionFile(
    'What is a tort?',
    {},
    '- **Duty**: a\n- **Breach**: b\n- **Loss**: c\n\n```js\nx()\n```',
  ),
})
const site = await startSite(library.contentDir)
const browser = await launchBrowser()

test('everything works and has accessible names in the oldest browsers that scripts are built for', async () => {
  const context = await browser.newContext()
  await context.grantPermissions(['clipboard-write'])
  await context.addInitScript(takeAway, Object.values(missing).flat())
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))

  await page.goto(site.url)
  await settle(page)
  assert.equal(await page.evaluate(() => 'role' in Element.prototype || 'checkVisibility' in Element.prototype), false)
  await page.keyboard.press('/')
  await page.getByRole('combobox').and(page.locator(':focus')).waitFor()
  await typeSearch(page, 'tort')
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option', { name: 'What is a tort?', selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'What is a tort?' }).waitFor()
  assert.match(page.url(), /\/tort#find=tort$/)
  await settle(page)

  await page.getByRole('button', { name: 'Reading settings', expanded: false }).click()
  await page.getByRole('button', { name: 'Reading settings', expanded: true }).waitFor()
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await page.getByRole('button', { name: 'Copied', exact: true }).waitFor()

  await page.getByRole('link', { name: 'Test yourself' }).first().click()
  await compare(page)
  await page.getByRole('button', { name: /^Good/ }).click()
  await page.getByRole('button', { name: /^Good/, pressed: true }).waitFor()
  await page.locator('.next a').click()
  await settle(page)
  await page
    .locator('study-list')
    .getByRole('button', { name: 'Remove: What is a tort?', includeHidden: true })
    .waitFor({ state: 'attached' })
  assert.deepEqual(complaints, [])
  await context.close()
})
