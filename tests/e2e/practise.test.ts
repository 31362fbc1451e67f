import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { listFaults } from './axe'
import { launchBrowser, openPage, screens, settle, showOn } from './browser'
import { compare, gradeAt, openStudyOf } from './practising'
import { recordShifts } from './shifts'
import { startServer, startSite } from './site'

const names = ['Trade', 'Law', 'Language', 'Roads', 'Coins']
const points = names.map((name, index) => `${index + 1}. **${name}**: words on it, $x_${index}$.`).join('\n')
const summary = { seo: { page_description: 'Trade and law held the old empire together for hundreds of years.' } }
const library = new TemporaryLibrary({
  'history/empire.md': toQuestionFile('What held the empire together?', summary, `Several things.\n\n${points}`),
  'history/fall.md': toQuestionFile(
    'Why did the empire fall?',
    {},
    'It grew too large, and its neighbours grew strong.',
  ),
  'history/coins.md': toQuestionFile(
    'What was a coin worth?',
    { recall: ['Its *silver*', '$m_1$ grams'] },
    'Its silver.',
  ),
})
const site = await startSite(library.contentDir)
const browser = await launchBrowser()
const toUrl = (slug: string) => `${site.url}/learn/history/questions/${slug}`

const grade = (page: Page, slug: string, name: RegExp) => gradeAt(page, toUrl(slug), name)
const openStudy = (page: Page) => openStudyOf(page, site.url)

test('the list that the browser fills moves nothing that is seen already', async () => {
  for (const { viewport } of screens) {
    const page = await browser.newPage({ viewport })
    const listShifts = await recordShifts(page)
    // The script comes late, when the page was painted.
    await page.route('**/*study-list*.js', async (route) => {
      await sleep(300)
      await route.continue()
    })
    await openStudy(page)
    assert.ok(await page.getByRole('heading', { name: 'Your plan' }).isVisible())
    assert.deepEqual(await listShifts(), [])
    await page.close()
  }
})

test('without scripts a link folds what would give the answer away, and another opens it', async () => {
  const { page, close } = await openPage(browser, toUrl('empire'), { javaScriptEnabled: false })
  const hidden = ['.answer > ol', 'header + table-of-contents details', 'main header > p:last-child', 'main aside']
  for (const part of hidden) assert.ok(await page.locator(part).isVisible(), part)
  await page.getByRole('link', { name: 'Test yourself' }).first().click()
  assert.match((await page.locator('.practise').textContent()) ?? '', /It has 5 points\./)
  for (const part of hidden) assert.equal(await page.locator(part).isVisible(), false, part)
  await page.getByRole('link', { name: 'Open the answer' }).click()
  for (const part of hidden) assert.ok(await page.locator(part).isVisible(), part)
  assert.equal(await page.locator('.practise').isVisible(), false)
  await close()
})

test('points are compared, a grade is suggested, and missed ones are marked, by keyboard alone', async () => {
  const { page, complaints, close } = await openPage(browser, toUrl('empire'))
  const check = async (state: string) => {
    for (const screen of screens) {
      await showOn(page, screen)
      assert.deepEqual(await listFaults(page), [], `${state}, ${screen.name}`)
    }
  }
  await page.getByRole('link', { name: 'Test yourself' }).first().press('Enter')
  await page.locator('textarea:focus').waitFor()
  await page.keyboard.type('Trade, law and language')
  await check('asked')
  await page.getByRole('button', { name: 'Next step' }).press('Enter')
  assert.equal(await page.locator('.answer li:visible').count(), 0)
  await page.keyboard.press('Enter')
  assert.equal(await page.locator('.answer li:visible').count(), 1)
  assert.equal(await page.locator('main aside').isVisible(), false)
  await check('a step')
  await page.getByRole('button', { name: 'Compare' }).press('Enter')
  await page.locator('.grades small').first().waitFor()
  assert.equal(await page.locator('.answer li:visible').count(), 5)
  assert.equal(await page.locator('.points .katex').count(), 0)
  for (let index = 0; index < 3; index += 1) {
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
  }
  assert.equal(await page.locator('.points [role=status]').textContent(), '3 of 5')
  assert.match((await page.locator('.grades legend').textContent()) ?? '', /Suggested: Hard/)
  assert.deepEqual(await page.locator('.answer li:has(.missed) strong').allTextContents(), ['Roads', 'Coins'])
  await check('compared')
  await page.getByRole('button', { name: /^Hard/ }).press('Enter')
  await page.getByRole('link', { name: /Nothing more today/ }).waitFor()
  await check('graded')
  assert.deepEqual(complaints, [])
  await openStudy(page)
  await check('study')
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 1)
  await close()
})

test('an author’s points are those that are asked; an answer without any is graded whole', async () => {
  const { page, close } = await openPage(browser, `${toUrl('coins')}#page:test`)
  await compare(page)
  assert.equal(await page.locator('.points label').count(), 2)
  assert.equal(await page.locator('.points em').textContent(), 'silver')
  assert.equal(await page.locator('.points .katex').count(), 1)
  const cut = page.locator('.points .katex-html *')
  const overflows = await cut.evaluateAll((parts) => parts.map((part) => getComputedStyle(part).overflow))
  assert.deepEqual([...new Set(overflows)].sort(), ['hidden', 'visible'], 'only KaTeX’s own struts are hidden')
  await page.goto('about:blank')
  await page.goto(`${toUrl('fall')}#page:test`)
  await compare(page)
  assert.equal(await page.locator('.points').count(), 0)
  await close()
})

test('days later a question is due, and an early one keeps its day', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.clock.install({ time: new Date('2030-03-01T10:00:00') })
  await grade(page, 'empire', /^Good/)
  await grade(page, 'fall', /^Easy/)
  await openStudy(page)
  assert.match((await page.locator('study-list [role=status]').textContent()) ?? '', /Nothing more is due/)
  await page.clock.setSystemTime(new Date('2030-03-05T10:00:00'))
  await openStudy(page)
  assert.deepEqual(await page.locator('[data-part=due] a').allTextContents(), ['What held the empire together?'])
  await grade(page, 'fall', /^Again/)
  assert.match((await page.locator('.grades [role=status]').textContent()) ?? '', /changes no date/)
  await page.getByRole('link', { name: 'Next of today: What held the empire together?' }).click()
  await page.locator('textarea').waitFor()
  await context.close()
})

test('a file carries what is practised to another browser; forgetting removes it', async () => {
  const first = await openPage(browser, site.url)
  await grade(first.page, 'empire', /^Good/)
  await openStudy(first.page)
  const downloading = first.page.waitForEvent('download')
  await first.page.getByRole('button', { name: 'Save to a file' }).click()
  const text = readFileSync(await (await downloading).path(), 'utf8')
  const second = await openPage(browser, `${site.url}/study`)
  const load = (content: string) =>
    second.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'study.json', mimeType: 'application/json', buffer: Buffer.from(content) })
  await load('{"version":1,"cards":[{"path":"javascript:alert(1)"}]}')
  await second.page.getByText('This is not a file that was saved here.').waitFor()
  await load(text)
  await second.page.getByText('1 of 1 questions were new or newer.').waitFor()
  await load(text)
  await second.page.getByText('0 of 1 questions were new or newer.').waitFor()
  assert.equal(await second.page.locator('[data-part=others] a').count(), 1)
  second.page.on('dialog', (dialog) => void dialog.accept())
  await second.page.getByRole('button', { name: 'Forget everything' }).click()
  await second.page.getByText('All of it is forgotten.').waitFor()
  assert.equal(await second.page.locator('study-list li').count(), 0)
  await first.close()
  await second.close()
})

test('ten of a list are a round', async () => {
  const { page, close } = await openPage(browser, `${site.url}/learn/history`)
  await page.getByRole('button', { name: 'Practise ten of these' }).click()
  await page.locator('textarea').waitFor()
  await compare(page)
  await page.getByRole('button', { name: /^Good/ }).click()
  await page.getByRole('link', { name: /^Next, 2 of 3: / }).waitFor()
  await close()
})

test('without a connection a graded page is shown, and says that it is a copy', async () => {
  // What a browser calls offline does not hold for its workers: the server goes instead.
  const { url, server } = await startServer(library.contentDir, site.dbFile)
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${url}/learn/history/questions/empire#page:test`)
  await compare(page)
  await page.getByRole('button', { name: /^Good/ }).click()
  const countKept = () => page.evaluate(async () => (await (await caches.open('pages')).keys()).length)
  while ((await countKept()) < 2) await page.waitForTimeout(50)
  server.kill()
  await once(server, 'exit')
  await page.goto(`${url}/learn/history/questions/empire`)
  await page.getByText(/^Saved copy of /).waitFor()
  await page.goto(`${url}/study`)
  await page.getByText(/^Saved copy of /).waitFor()
  await assert.rejects(page.goto(`${url}/learn/history/questions/fall`))
  await context.close()
})

test('where storage is refused the test says so, and goes on', async () => {
  const context = await browser.newContext()
  await context.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('refused', 'SecurityError')
      },
    })
  })
  const page = await context.newPage()
  await grade(page, 'empire', /^Good/)
  assert.match((await page.locator('.grades [role=status]').textContent()) ?? '', /keeps nothing for this site/)
  await openStudy(page)
  assert.match((await page.locator('study-list [role=status]').textContent()) ?? '', /keeps nothing/)
  await context.close()
})

test('what was read to its end is marked in lists, and no sooner than one can read', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.clock.install()
  const listRead = async () => {
    await page.goto(`${site.url}/learn/history`)
    await settle(page)
    await page.waitForLoadState('networkidle')
    return page.locator('li:has(> .read) a').allTextContents()
  }
  await page.goto(toUrl('fall'))
  await settle(page)
  await page.clock.fastForward(9_000)
  assert.deepEqual(await listRead(), [])
  await page.goto(toUrl('fall'))
  await settle(page)
  await page.clock.fastForward(10_000)
  await page.evaluate(() => document.querySelector('self-test')?.parentElement?.scrollIntoView({ behavior: 'instant' }))
  const isNoted = () =>
    page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          const opening = indexedDB.open('practise')
          opening.onsuccess = () => {
            const { result } = opening
            const counting = result.transaction('read').objectStore('read').count()
            counting.onsuccess = () => resolve(counting.result > 0)
            result.close()
          }
        }),
    )
  while (!(await isNoted())) await page.waitForTimeout(50)
  assert.deepEqual(await listRead(), ['Why did the empire fall?'])
  await context.close()
})

test('the day of an exam is the latest day of a question', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.clock.install({ time: new Date('2030-03-01T10:00:00') })
  await openStudy(page)
  await page.getByLabel('Exam on').fill('2030-03-03')
  await page.getByLabel('Exam on').press('Tab')
  await page.goto(`${toUrl('empire')}#page:test`)
  await compare(page)
  const days = await page.locator('.grades small').allTextContents()
  assert.deepEqual(days, ['tomorrow', 'Mar 3', 'Mar 3', 'Mar 3'])
  await page.getByRole('button', { name: /^Easy/ }).click()
  await page.getByText('Noted: it comes again Mar 3.').waitFor()
  await page.clock.setSystemTime(new Date('2030-03-03T10:00:00'))
  await openStudy(page)
  assert.equal(await page.locator('[data-part=due] a').count(), 1)
  // After it there is no limit.
  await grade(page, 'empire', /^Easy/)
  assert.doesNotMatch((await page.locator('.grades [role=status]').textContent()) ?? '', /Mar 3\./)
  await context.close()
})

test('no more a day than the limit, which can be raised; the others can be practised all the same', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.clock.install({ time: new Date('2030-03-01T10:00:00') })
  for (const slug of ['empire', 'fall', 'coins']) await grade(page, slug, /^Again/)
  await page.clock.setSystemTime(new Date('2030-03-08T10:00:00'))
  await openStudy(page)
  assert.equal(await page.locator('[data-part=due] a').count(), 3)
  await page.getByLabel('Questions a day').fill('1')
  await page.getByLabel('Questions a day').press('Tab')
  await page.getByText('1 due today').waitFor()
  assert.equal(await page.locator('[data-part=due] a').count(), 1)
  assert.deepEqual(await page.locator('[data-part=others] small').allTextContents(), [
    'due, beyond your limit',
    'due, beyond your limit',
  ])
  const address = (await page.locator('[data-part=due] a').getAttribute('href')) ?? ''
  await grade(page, /\/(\w+)#/.exec(address)?.[1] ?? '', /^Good/)
  await openStudy(page)
  assert.equal(await page.locator('[data-part=due] a').count(), 0)
  await page.getByLabel('Questions a day').fill('0')
  await page.getByLabel('Questions a day').press('Tab')
  await openStudy(page)
  assert.equal(await page.getByLabel('Questions a day').inputValue(), '1')
  await context.close()
})

test('a question is saved for later once, without a date, and can be taken off', async () => {
  const { page, close } = await openPage(browser, toUrl('fall'))
  await page.getByRole('button', { name: 'Save for later' }).click()
  await page.getByRole('button', { name: 'Saved for later' }).waitFor()
  await openStudy(page)
  assert.deepEqual(await page.locator('[data-part=saved] a').allTextContents(), ['Why did the empire fall?'])
  assert.deepEqual(await listFaults(page), [])
  assert.match((await page.locator('study-list [role=status]').textContent()) ?? '', /practise nothing yet/)
  await page.getByRole('button', { name: 'Remove: Why did the empire fall?' }).click()
  await page.getByText('Removed.').waitFor()
  assert.equal(await page.locator('study-list li').count(), 0)
  await close()
})

test('all questions of a sheet go on the list, and none of them twice', async () => {
  const { page, close } = await openPage(browser, `${site.url}/sheet?subject=history`)
  const add = page.getByRole('button', { name: 'Add all to my list' })
  await add.press('Enter')
  await page.getByText('Added: 3').waitFor()
  for (const screen of screens) {
    await showOn(page, screen)
    assert.deepEqual(await listFaults(page), [], screen.name)
  }
  await add.press('Enter')
  await page.getByText('All of them are on your list already.').waitFor()
  await grade(page, 'empire', /^Good/)
  await openStudy(page)
  assert.equal(await page.locator('[data-part=saved] a').count(), 2)
  assert.equal(await page.locator('[data-part=others] a').count(), 1)
  await page.goto(`${site.url}/sheet?subject=history`)
  await page.emulateMedia({ media: 'print' })
  assert.equal(await add.isVisible(), false)
  await close()
})

test('forgetting removes the worker, its pages, and what was visited', async () => {
  const { page, close } = await openPage(browser, site.url)
  await grade(page, 'empire', /^Good/)
  await page.evaluate(() => localStorage.setItem('visits', '[]'))
  const kept = () =>
    page.evaluate(async () => ({
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      visits: localStorage.getItem('visits'),
    }))
  while ((await kept()).caches.length < 2) await page.waitForTimeout(50)
  assert.equal((await kept()).workers, 1)
  await openStudy(page)
  page.on('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: 'Forget everything' }).click()
  await page.getByText('All of it is forgotten.').waitFor()
  const left = await kept()
  assert.deepEqual([left.caches, left.workers, left.visits], [[], 0, null])
  await page.goto(`${site.url}/study`)
  await settle(page)
  assert.deepEqual((await kept()).caches, [])
  await close()
})
