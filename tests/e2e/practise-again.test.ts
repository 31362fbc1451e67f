import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Card } from '@/components/practise/cards'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { browserFlags, launchBrowser, settle } from './browser'
import { compare, gradeAt, keep, listKept, openStudyOf } from './practising'
import { startSite } from './site'

const library = new TemporaryLibrary({
  'physics/force.md': toQuestionFile('What is a force?', {}, 'A push or a pull.'),
  'physics/mass.md': toQuestionFile('What is mass?', {}, 'How hard a thing is to move.'),
})
const site = await startSite(library.contentDir)
const browser = await launchBrowser()
const toUrl = (slug: string) => `${site.url}/learn/physics/questions/${slug}`
const slugs = ['force', 'mass']

const come = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))

const says = (page: Page, text: string) => page.locator('study-list [role=status]', { hasText: text }).waitFor()

test('a tab that was open overnight shows what is due on the new day', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.clock.install({ time: new Date('2030-03-01T10:00:00') })
  await gradeAt(page, toUrl('force'), /^Again/)
  await openStudyOf(page, site.url)
  await says(page, 'Nothing more is due today.')
  await page.clock.setSystemTime(new Date('2030-03-02T11:00:00'))
  await come(page)
  await says(page, '1 due today')
  await context.close()
})

test('a grade counts for the day on which it is given, and the dates offered are updated', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.clock.install({ time: new Date('2030-03-01T23:50:00') })
  await page.goto(`${toUrl('force')}#page:test`)
  await compare(page)
  await page.clock.setSystemTime(new Date('2030-03-02T00:10:00'))
  await page.getByRole('button', { name: /^Good/ }).click()
  await page.getByText('Noted. Due again Mar 5.').waitFor()
  const [card] = await listKept<Card>(page, 'cards')
  assert.equal(card?.review?.day, Date.UTC(2030, 2, 2) / 86_400_000)

  await page.goto(`${toUrl('mass')}#page:test`)
  await compare(page)
  const good = page.locator('.grades button').nth(2)
  assert.match((await good.textContent()) ?? '', /Mar 5/)
  await page.clock.setSystemTime(new Date('2030-03-03T08:00:00'))
  await come(page)
  await page.locator('.grades button', { hasText: 'Mar 6' }).waitFor()
  await context.close()
})

/** The list of a visitor who forgot both questions two days ago. */
async function openTwoDue(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await context.clock.install({ time: new Date('2030-03-01T10:00:00') })
  for (const slug of slugs) await gradeAt(page, toUrl(slug), /^Again/)
  await context.clock.setSystemTime(new Date('2030-03-03T10:00:00'))
  await openStudyOf(page, site.url)
  await says(page, '2 due today')
  return page
}

test('another tab’s grade shows immediately; the focus and what is being typed stay', async () => {
  const context = await browser.newContext()
  const page = await openTwoDue(context)
  const other = await context.newPage()
  const link = page.getByRole('link', { name: 'What is mass?' })
  await link.focus()
  await gradeAt(other, toUrl('force'), /^Good/)
  await says(page, '1 due today')
  assert.ok(await link.evaluate((element) => element === document.activeElement))
  await page.getByLabel('Questions a day').pressSequentially('5')
  const typed = await page.getByLabel('Questions a day').inputValue()
  await gradeAt(other, toUrl('mass'), /^Good/)
  await says(page, 'Nothing more is due today.')
  assert.equal(await page.getByLabel('Questions a day').inputValue(), typed)
  assert.equal(await page.evaluate(() => localStorage.getItem('changed')), null)
  await context.close()
})

test('a question that another tab graded is not overwritten, nor offered as the next', async () => {
  const context = await browser.newContext()
  const [page, other] = [await context.newPage(), await context.newPage()]
  await context.clock.install({ time: new Date('2030-03-01T10:00:00') })
  for (const slug of slugs) await gradeAt(page, toUrl(slug), /^Again/)
  await context.clock.setSystemTime(new Date('2030-03-03T10:00:00'))
  await page.goto('about:blank')
  await page.goto(`${toUrl('force')}#page:test`)
  await compare(page)
  await gradeAt(other, toUrl('force'), /^Good/)
  await page.getByText(/does not change that/).waitFor()
  await gradeAt(page, toUrl('force'), /^Good/)
  await page.getByRole('link', { name: 'Next today: What is mass?' }).waitFor()
  await gradeAt(other, toUrl('mass'), /^Good/)
  await page.getByRole('link', { name: /Nothing more today/ }).waitFor()
  await context.close()
})

test('the home page and lists show what was read in another tab, and what was forgotten there', async () => {
  const context = await browser.newContext()
  const [home, list, page] = [await context.newPage(), await context.newPage(), await context.newPage()]
  await gradeAt(page, toUrl('force'), /^Good/)
  await home.goto(site.url)
  await list.goto(`${site.url}/learn/physics`)
  for (const each of [home, list]) await settle(each)
  assert.equal(await home.locator('.continue').isVisible(), false)
  await keep(page, 'read', { path: new URL(toUrl('force')).pathname })
  await page.evaluate(
    (path) => localStorage.setItem('visits', JSON.stringify([{ path, title: 'What is a force?' }])),
    new URL(toUrl('force')).pathname,
  )
  await home.locator('.continue p a', { hasText: 'What is a force?' }).waitFor()
  await list.locator('li:has(> .read)', { hasText: 'What is a force?' }).waitFor()
  await openStudyOf(page, site.url)
  page.on('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: 'Forget everything' }).click()
  await page.getByText('Everything has been forgotten.').waitFor()
  await home.locator('.continue').waitFor({ state: 'hidden' })
  await list.locator('.read').waitFor({ state: 'detached' })
  await context.close()
})

test('restored from the back/forward cache, the list is up to date', async () => {
  const caching = await chromium.launch({
    executablePath: process.env.CHROME_PATH,
    args: browserFlags,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  after(() => caching.close())
  const context = await caching.newContext()
  const page = await openTwoDue(context)
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => {
      document.title = persisted ? 'kept' : 'new'
    })
  })
  await page.getByRole('link', { name: 'What is a force?' }).click()
  await compare(page)
  await page.getByRole('button', { name: /^Good/ }).click()
  await page.locator('.next a').waitFor()
  await page.evaluate(() => history.back())
  await page.waitForURL('**/study', { waitUntil: 'commit' })
  await says(page, '1 due today')
  assert.equal(await page.title(), 'kept')
  await context.close()
})
