import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, describe, test } from 'node:test'
import { chromium, type Page } from 'playwright-core'
import { sheetPath } from '@/lib/core/routes'
import { listPageKinds } from '@/tools/served-site/page-kinds'
import { browserFlags, desktop, launchBrowser, openPage, phone, settle, typeSearch } from './browser'
import { startContentSite } from './site'

const site = await startContentSite()
const browser = await launchBrowser()
const kinds = listPageKinds(site.dbFile)
const find = (name: string) => site.url + kinds.find((kind) => kind.name === name)?.path

const tags = readdirSync('components', { recursive: true, encoding: 'utf8' })
  .flatMap((file) => /([^/]+)\.element\.ts$/.exec(file)?.[1] ?? [])
  .sort()

const listDefined = (page: Page) =>
  page.evaluate((names) => names.filter((name) => customElements.get(name) !== undefined), tags)

const listPresent = (page: Page) =>
  page.evaluate((names) => names.filter((name) => document.querySelector(name) !== null), tags)

test('an element is loaded only on pages with its tag', async () => {
  const met = new Set<string>()
  const pages = ['home', 'about', 'question-code', 'question-longest', 'search', 'subject', 'study'].map(find)
  const sheet = find('subject').replace('/learn/', `${sheetPath}?subject=`)
  for (const name of [...pages, sheet]) {
    const { page, complaints, close } = await openPage(browser, name)
    const present = await listPresent(page)
    assert.deepEqual(await listDefined(page), present, name)
    for (const tag of present) {
      assert.equal(
        await page
          .locator(tag)
          .first()
          .evaluate((element) => getComputedStyle(element).display),
        'contents',
      )
      met.add(tag)
    }
    assert.deepEqual(complaints, [])
    await close()
  }
  assert.deepEqual([...met].sort(), tags)
})

describe('nothing shifts when the elements are loaded', () => {
  for (const name of ['home', 'question-code', 'question-longest']) {
    for (const [screen, viewport] of Object.entries({ phone, desktop })) {
      test(`${name}, ${screen}`, async () => {
        const context = await browser.newContext({ viewport })
        const page = await context.newPage()
        let release = () => {}
        const released = new Promise<void>((resolve) => {
          release = resolve
        })
        await page.route('**/static/browser/page-*.js', async (route) => {
          await released
          await route.continue()
        })
        await page.goto(find(name), { waitUntil: 'commit' })
        await page.getByRole('contentinfo').waitFor()
        await page.evaluate(() => document.fonts.ready)
        await page.waitForTimeout(200)
        assert.deepEqual(await listDefined(page), [])
        const before = await measure(page)
        release()
        await settle(page)
        assert.deepEqual(await listDefined(page), await listPresent(page))
        assert.deepEqual(await measure(page), before)
        await context.close()
      })
    }
  }
})

test('an element that is removed and put back handles events only once', async () => {
  const { page, close } = await openPage(browser, find('question-code'), {
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: desktop,
  })
  for (const tag of await listPresent(page))
    await page
      .locator(tag)
      .first()
      .evaluate((element) => element.replaceWith(element))
  await page.keyboard.press('/')
  await page.keyboard.type('table')
  await page.locator('[role=option]').first().waitFor()
  assert.equal(await page.locator('.search-popup').count(), 1)
  await page.keyboard.press('Escape')
  await page
    .locator('search-field')
    .first()
    .evaluate((element) => element.remove())
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true)
  await page.keyboard.press('Control+k')
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true)
  await page.locator('.code copy-button').first().click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  assert.equal(
    await page.evaluate(() => navigator.clipboard.readText()),
    await page.locator('.code pre').first().textContent(),
  )
  await close()
})

test('a visitor who blocks storage can choose a theme and search', async () => {
  const profile = mkdtempSync(path.join(tmpdir(), 'profile-'))
  mkdirSync(path.join(profile, 'Default'))
  const block = { profile: { default_content_setting_values: { cookies: 2 } } }
  writeFileSync(path.join(profile, 'Default', 'Preferences'), JSON.stringify(block))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROME_PATH,
    args: browserFlags,
    viewport: desktop,
  })
  after(async () => {
    await context.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto(find('question-shortest'))
  await settle(page)
  const refused = await page.evaluate(() => {
    try {
      return localStorage.length < 0
    } catch (error) {
      return (error as DOMException).name
    }
  })
  assert.equal(refused, 'SecurityError')
  await page.getByRole('button', { name: 'Reading settings' }).click()
  await page.getByLabel('Theme').selectOption('dark')
  await page.keyboard.press('Escape')
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark')
  await page.keyboard.press('Control+k')
  await typeSearch(page, 'hash table')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/questions/*#find=*')
  await page.getByRole('button', { name: 'Turn off highlights' }).waitFor()
  await settle(page)
  await page.keyboard.press('Control+k')
  await page.locator('search-field [role=status]').waitFor({ state: 'attached' })
  assert.equal(await page.locator('[role=option]').count(), 0)
  assert.deepEqual(errors, [])
})

/** The position and size of everything on the page. */
const measure = (page: Page) =>
  page.evaluate(() =>
    [...document.body.querySelectorAll('*')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return `${element.tagName} ${x} ${y} ${width} ${height}`
    }),
  )
