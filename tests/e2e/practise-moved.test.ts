import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { beforeEach, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import type { Card } from '@/components/practise/cards'
import { listOutcomes } from '@/components/practise/schedule'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { listFaults } from './axe'
import { launchBrowser, settle } from './browser'
import { gradeAt, keep, listKept, openStudyOf } from './practising'
import { publish, startSite } from './site'

const at = (slug: string) => `/learn/physics/questions/${slug}`
const force = (fields: Record<string, unknown> = {}) => toQuestionFile('What is a force?', fields, 'A push or a pull.')

const library = new TemporaryLibrary({
  'physics/force.md': force(),
  'physics/mass.md': toQuestionFile('What is mass?', {}, 'How hard a thing is to move.'),
})
const site = await startSite(library.contentDir)
const browser = await launchBrowser()

/** The file after `npm run rename`. */
async function rename() {
  library.remove('physics/force.md')
  library.write('physics/push.md', force({ aliases: [at('force')] }))
  await publish(library, site)
}

beforeEach(async () => {
  library.write('physics/force.md', force())
  for (const file of ['physics/push.md', './gone.yml']) {
    library.write(file, '')
    library.remove(file)
  }
  await publish(library, site)
})

async function begin(day = '2030-03-01'): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext()
  // Without the browser's HTTP cache, which may show the old page once more (stale-while-revalidate).
  await context.route('**', (route) => route.continue())
  const page = await context.newPage()
  await page.clock.install({ time: new Date(`${day}T10:00:00`) })
  return { context, page }
}

const listDue = (page: Page) =>
  page.locator('[data-part=due] a').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
const showsDue = (page: Page, path: string) => page.locator(`[data-part=due] a[href="${path}#page:test"]`).waitFor()

/** The question's only card, once it is under its new address. */
async function readCard(page: Page) {
  const cards = await listKept<Card>(page, 'cards')
  assert.deepEqual(
    cards.map(({ path }) => path),
    [at('push')],
  )
  return cards[0] as Card
}

test('a renamed question is due under its new address, with its memory', async () => {
  const { context, page } = await begin()
  await gradeAt(page, site.url + at('force'), /^Good/)
  const [before] = await listKept<Card>(page, 'cards')
  assert.ok(before?.review)
  await rename()
  await page.clock.setSystemTime(new Date('2030-03-05T10:00:00'))
  await openStudyOf(page, site.url)
  await showsDue(page, at('push'))
  await gradeAt(page, site.url + at('push'), /^Good/)
  await page.getByRole('link', { name: /Nothing more today/ }).waitFor()
  const { review } = await readCard(page)
  assert.deepEqual(review?.memory, listOutcomes(before.review.memory, 4)[2].memory)
  await openStudyOf(page, site.url)
  assert.deepEqual(await listDue(page), [])
  await context.close()
})

test('if the server was not asked yet, the page that an old link redirects to moves the card', async () => {
  const { context, page } = await begin()
  await gradeAt(page, site.url + at('force'), /^Good/)
  const [before] = await listKept<Card>(page, 'cards')
  await keep(page, 'read', { path: at('force') })
  const questions = [at('force'), at('mass')].map((path) => ({ path, title: path }))
  const day = Date.UTC(2030, 2, 5) / 86_400_000
  await keep(page, 'kept', { name: 'round', day, questions })
  await page.evaluate((path) => localStorage.setItem('visits', JSON.stringify([{ path, title: 'Force' }])), at('force'))
  await rename()
  await page.clock.setSystemTime(new Date('2030-03-05T10:00:00'))
  await page.route('**', (route) => (route.request().method() === 'HEAD' ? route.abort() : route.fallback()))
  await openStudyOf(page, site.url)
  await page.locator('[data-part=due] a').click()
  await page.waitForURL(`**${at('push')}#page:test`)
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.getByRole('button', { name: /^Hard/ }).click()
  await page.getByRole('link', { name: /^Next, 2 of 2/ }).waitFor()
  const { review } = await readCard(page)
  assert.deepEqual(review?.memory, listOutcomes(before?.review?.memory, 4)[1].memory)
  assert.deepEqual(await listKept(page, 'read'), [{ path: at('push') }])
  assert.match(await page.evaluate(() => localStorage.getItem('visits') ?? ''), /^\[\{"path":"[^"]*push"[^{]*\}\]$/)
  await context.close()
})

test('a question that became a copy of another is practised as that one, also when loaded from an older file', async () => {
  const { context, page } = await begin()
  await gradeAt(page, site.url + at('force'), /^Good/)
  await openStudyOf(page, site.url)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save to a file' }).click()
  const saved = await (await downloading).path()
  library.write('physics/push.md', force())
  library.write('physics/force.md', force({ canonical: at('push') }))
  await publish(library, site)
  await page.clock.setSystemTime(new Date('2030-03-05T10:00:00'))
  await openStudyOf(page, site.url)
  await page.locator('[data-part=due] a').click()
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.getByRole('button', { name: /^Good/ }).click()
  await page.getByRole('link', { name: /Nothing more today/ }).waitFor()
  const { review } = await readCard(page)
  assert.equal(review?.day, Date.UTC(2030, 2, 5) / 86_400_000)

  await rename()
  await openStudyOf(page, site.url)
  await page.locator('input[type=file]').setInputFiles({
    name: 'study.json',
    mimeType: 'application/json',
    buffer: readFileSync(saved),
  })
  await page.getByText('Added or updated: 1 of 1').waitFor()
  while ((await listKept(page, 'cards')).length > 1) await page.waitForTimeout(50)
  assert.deepEqual((await readCard(page)).review, review)
  assert.deepEqual(await listDue(page), [])
  await context.close()
})

test('a renamed question keeps its read mark; without one, no code is loaded to move it', async () => {
  const { context, page } = await begin()
  await page.goto(site.url + at('mass'))
  await settle(page)
  await page.clock.fastForward(5_000)
  await page.waitForFunction(() => localStorage.getItem('visits') !== null)
  await rename()
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  const visit = async () => {
    await page.goto(site.url + at('push'))
    await settle(page)
    await page.clock.fastForward(5_000)
    await page.waitForFunction(() => localStorage.getItem('visits')?.includes('push'))
    await page.waitForLoadState('networkidle')
  }
  await visit()
  assert.ok(!loaded.some((url) => url.includes('/practise-')))
  await keep(page, 'read', { path: at('force') })
  const moving = page.waitForRequest(/\/practise-/)
  await visit()
  await moving
  while ((await listKept<{ path: string }>(page, 'read'))[0]?.path !== at('push')) await page.waitForTimeout(50)
  await page.goto(`${site.url}/learn/physics`)
  await page.locator('li:has(> .read)', { hasText: 'What is a force?' }).waitFor()
  await context.close()
})

test('merging two cards of a question loses no review', async () => {
  const { context, page } = await begin('2030-03-20')
  await gradeAt(page, site.url + at('force'), /^Again/)
  await rename()
  const today = Date.UTC(2030, 2, 20) / 86_400_000
  const memory = { stability: 12.5, difficulty: 6 }
  const old = { path: at('force'), title: 'Old', at: 1, review: { memory, day: today - 13, due: today } }
  const toNew = (grade: number, day: number) => ({
    path: at('push'),
    title: 'New',
    at: 2,
    review: { memory: listOutcomes()[grade]?.memory, day, due: today + 2 },
  })
  const mergeWith = async (card: object) => {
    await keep(page, 'cards', old)
    await keep(page, 'cards', card)
    await openStudyOf(page, site.url)
    while ((await listKept(page, 'cards')).length > 1) await page.waitForTimeout(50)
    return (await readCard(page)).review
  }
  // Graded today as if for the first time: the grade is applied to the older memory.
  const [, , good] = listOutcomes(memory, 13)
  assert.deepEqual(await mergeWith(toNew(2, today)), { memory: good.memory, day: today, due: today + good.interval })
  // Graded before it was due, which never changes anything.
  assert.deepEqual(await mergeWith(toNew(3, today - 5)), old.review)
  // Graded several times since: the later memory.
  const later = {
    ...toNew(0, today),
    review: { memory: { stability: 30, difficulty: 5 }, day: today, due: today + 30 },
  }
  assert.deepEqual(await mergeWith(later), later.review)
  await context.close()
})

test('a removed question is not due, does not use up the day, and comes back if its page does', async () => {
  const { context, page } = await begin()
  await gradeAt(page, site.url + at('mass'), /^Good/)
  await gradeAt(page, site.url + at('force'), /^Good/)
  library.remove('physics/force.md')
  library.write('./gone.yml', `${at('force')}:\n`)
  await publish(library, site)
  await page.clock.setSystemTime(new Date('2030-03-05T10:00:00'))
  await openStudyOf(page, site.url)
  await page.getByRole('heading', { name: 'No longer on this site' }).waitFor()
  await page.getByText('1 due today').waitFor()
  assert.deepEqual(await listDue(page), [`${at('mass')}#page:test`])
  assert.deepEqual(await listFaults(page), [])
  await gradeAt(page, site.url + at('mass'), /^Good/)
  await page.getByRole('link', { name: /Nothing more today/ }).waitFor()

  library.write('physics/force.md', force())
  library.write('./gone.yml', '')
  await publish(library, site)
  await openStudyOf(page, site.url)
  await showsDue(page, at('force'))

  library.remove('physics/force.md')
  library.write('./gone.yml', `${at('force')}:\n`)
  await publish(library, site)
  await openStudyOf(page, site.url)
  await page.locator('[data-part=gone]').getByRole('button', { name: 'Remove: What is a force?' }).click()
  await page.getByText('Removed.').waitFor()
  assert.deepEqual(
    (await listKept<Card>(page, 'cards')).map(({ path }) => path),
    [at('mass')],
  )
  await context.close()
})

test('offline, due questions are shown as stored; few addresses are requested, each once', async () => {
  const { context, page } = await begin()
  await gradeAt(page, site.url + at('force'), /^Good/)
  const day = Date.UTC(2030, 2, 1) / 86_400_000
  const review = { memory: { stability: 5, difficulty: 5 }, day, due: day + 1 }
  for (let index = 0; index < 40; index += 1)
    await keep(page, 'cards', { path: at(`no-${index}`), title: `${index}`, at: 1, review })
  await keep(page, 'kept', { name: 'plan', limit: 50 })
  await page.clock.setSystemTime(new Date('2030-03-05T10:00:00'))
  let asked = 0
  let refuse = true
  await page.route('**/questions/*', (route) => {
    asked += 1
    return refuse ? route.abort() : route.fulfill({ status: 200 })
  })
  await openStudyOf(page, site.url)
  await page.waitForLoadState('networkidle')
  assert.equal((await listDue(page)).length, 41)
  assert.equal(asked, 20)
  refuse = false
  const showAgain = async () => {
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
    await page.waitForTimeout(300)
  }
  for (const expected of [40, 60, 61, 61]) {
    await showAgain()
    assert.equal(asked, expected)
  }
  await context.close()
})
