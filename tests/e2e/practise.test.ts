import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
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
    { recall: ['Its *silver*', 'Its weight in grams, $m_1$, or in ounces'] },
    'Its silver.',
  ),
})
const site = await startSite(library.contentDir)
const browser = await launchBrowser()
const toUrl = (slug: string) => `${site.url}/learn/history/questions/${slug}`

const grade = (page: Page, slug: string, name: RegExp) => gradeAt(page, toUrl(slug), name)
const openStudy = (page: Page) => openStudyOf(page, site.url)

test('the list that the browser fills in does not shift what is already visible', async () => {
  for (const { viewport } of screens) {
    const page = await browser.newPage({ viewport })
    const listShifts = await recordShifts(page)
    // The script arrives late, after the page was painted.
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

test('without scripts one link hides what would give the answer away, and another shows it', async () => {
  const { page, close } = await openPage(browser, toUrl('empire'), { javaScriptEnabled: false })
  const hidden = ['.answer > ol', 'header + table-of-contents details', 'main header > p:last-child', 'main aside']
  for (const part of hidden) assert.ok(await page.locator(part).isVisible(), part)
  await page.getByRole('link', { name: 'Test yourself' }).first().click()
  assert.match((await page.locator('.practise').textContent()) ?? '', /The answer has 5 points\./)
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

test('an author’s own points are the ones to tick; an answer without points is graded as a whole', async () => {
  const { page, close } = await openPage(browser, `${toUrl('coins')}#page:test`)
  await compare(page)
  assert.equal(await page.locator('.points label').count(), 2)
  assert.equal(await page.locator('.points em').textContent(), 'silver')
  assert.equal(await page.locator('.points .katex').count(), 1)
  const cut = page.locator('.points .katex-html *')
  const overflows = await cut.evaluateAll((parts) => parts.map((part) => getComputedStyle(part).overflow))
  assert.deepEqual([...new Set(overflows)].sort(), ['hidden', 'visible'], 'only KaTeX’s struts are hidden')
  for (let width = 260; width <= 400; width += 4) {
    await page.setViewportSize({ width, height: 700 })
    const lines = await page.locator('.points .nobreak').evaluate((element) => element.getClientRects().length)
    assert.equal(lines, 1, `a formula and its comma, ${width} px`)
  }
  await page.goto('about:blank')
  await page.goto(`${toUrl('fall')}#page:test`)
  await compare(page)
  assert.equal(await page.locator('.points').count(), 0)
  await close()
})

test('days later a question is due, and practising early keeps its date', async () => {
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
  assert.match((await page.locator('.grades [role=status]').textContent()) ?? '', /does not change that/)
  await page.getByRole('link', { name: 'Next today: What held the empire together?' }).click()
  await page.locator('textarea').waitFor()
  await context.close()
})

test('a file transfers the study list to another browser; forgetting removes it', async () => {
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
  await second.page.getByText('Added or updated: 1 of 1').waitFor()
  await load(text)
  await second.page.getByText('Added or updated: 0 of 1').waitFor()
  assert.equal(await second.page.locator('[data-part=others] a').count(), 1)
  second.page.on('dialog', (dialog) => void dialog.accept())
  await second.page.getByRole('button', { name: 'Forget everything' }).click()
  await second.page.getByText('Everything has been forgotten.').waitFor()
  assert.equal(await second.page.locator('study-list li').count(), 0)
  await first.close()
  await second.close()
})

test('a file is saved even if the browser asks for permission first, as Safari does', async () => {
  const { page, close } = await openPage(browser, `${site.url}/study`)
  await page.evaluate(() => {
    const { click } = HTMLAnchorElement.prototype
    HTMLAnchorElement.prototype.click = function () {
      setTimeout(() => click.call(this))
    }
  })
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save to a file' }).click()
  assert.match(readFileSync(await (await downloading).path(), 'utf8'), /^{"version":1,/)
  await close()
})

test('only valid parts of a file are loaded, and cards from a clock that was ahead override nothing', async () => {
  const { page, close } = await openPage(browser, `${site.url}/study`)
  const input = page.locator('input[type=file]')
  const load = async (name: string, card: object, says: string) => {
    const review = { memory: { stability: 3, difficulty: 5 }, day: 20_000, due: 20_003 }
    const cards = [{ path: '/learn/history/questions/fall', title: 'Fall', at: 5, review, ...card }]
    const text = JSON.stringify({ version: 1, plan: { limit: 20 }, cards, read: [] })
    await page.locator('[data-part=status]').evaluate((status) => status.replaceChildren())
    await input.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
    await page.waitForFunction(() => document.querySelector('[data-part=status]')?.textContent !== '')
    assert.equal(await page.locator('[data-part=status]').textContent(), says, name)
  }
  const refused = 'This is not a file that was saved here.'
  const memory = { stability: 3, difficulty: 5 }
  await load('due before it was graded', { review: { memory, day: 25_000, due: 3 } }, refused)
  await load('no number', { review: { memory: { ...memory, stability: null }, day: 1, due: 2 } }, refused)
  await load('no question', { path: '/learn/history' }, refused)
  const ahead = { at: Date.now() + 40 * 864e5 }
  await load('of a clock that was ahead', ahead, 'Added or updated: 1 of 1')
  await load('the same once more', ahead, 'Added or updated: 0 of 1')
  await load('a later one', { at: 1000 }, 'Added or updated: 1 of 1')
  await close()
})

test('a file that is removed before it is read is reported as invalid', async () => {
  const { page, complaints, close } = await openPage(browser, `${site.url}/study`)
  const file = path.join(library.root, 'study.json')
  writeFileSync(file, '{}')
  const input = page.locator('input[type=file]')
  await input.evaluate((field) => field.addEventListener('change', (event) => event.stopPropagation(), { once: true }))
  await input.setInputFiles(file)
  rmSync(file)
  await input.dispatchEvent('change')
  await page.getByText('This is not a file that was saved here.').waitFor()
  assert.deepEqual(complaints, [])
  await close()
})

test('a round is ten questions of a list', async () => {
  const { page, close } = await openPage(browser, `${site.url}/learn/history`)
  await page.getByRole('button', { name: 'Practise ten of these' }).click()
  await page.locator('textarea').waitFor()
  await compare(page)
  await page.getByRole('button', { name: /^Good/ }).click()
  await page.getByRole('link', { name: /^Next, 2 of 3: / }).waitFor()
  await close()
})

test('offline, a graded page is shown, and says that it is a saved copy', async () => {
  // Playwright's offline mode does not apply to service workers: stop the server instead.
  const { url, server } = await startServer(library.contentDir, site.dbFile)
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${url}/learn/history/questions/empire#page:test`)
  await compare(page)
  await page.getByRole('button', { name: /^Good/ }).click()
  const countKept = () => page.evaluate(async () => (await (await caches.open('pages')).keys()).length)
  while ((await countKept()) < 2) await page.waitForTimeout(50)
  // Files are cached after pages.
  await page.waitForFunction(async () => {
    const files = await (await caches.open('files')).keys()
    return files.some(({ url: kept }) => kept.includes('reading-panel'))
  })
  server.kill()
  await once(server, 'exit')
  await page.goto(`${url}/learn/history/questions/empire`)
  await page.getByText(/^Saved copy from /).waitFor()
  await page.getByRole('button', { name: 'Reading settings' }).click()
  await page.getByLabel('Theme').waitFor()
  await page.goto(`${url}/study`)
  await page.getByText(/^Saved copy from /).waitFor()
  await assert.rejects(page.goto(`${url}/learn/history/questions/fall`))
  await context.close()
})

test('if storage is refused, the self-test says so and continues', async () => {
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
  assert.match((await page.locator('.grades [role=status]').textContent()) ?? '', /stores nothing for this site/)
  await openStudy(page)
  assert.match((await page.locator('study-list [role=status]').textContent()) ?? '', /stores nothing/)
  await context.close()
})

test('the suggested grade is marked, and the chosen one is legible while it is still hovered', async () => {
  for (const forcedColors of ['none', 'active'] as const) {
    const { page, close } = await openPage(browser, `${toUrl('empire')}#page:test`, { forcedColors })
    const look = (name: RegExp) =>
      page.getByRole('button', { name }).evaluate((button) => {
        const { color, backgroundColor, borderTopWidth } = getComputedStyle(button)
        return { color, backgroundColor, borderTopWidth }
      })
    await compare(page)
    await page.locator('.points input').first().check()
    assert.equal((await look(/^Again/)).borderTopWidth, '2px')
    assert.equal((await look(/^Good/)).borderTopWidth, '1px')
    await page.getByRole('button', { name: /^Good/ }).click()
    await page.locator('.next a').waitFor()
    const pointed = await look(/^Good/)
    await page.mouse.move(0, 0)
    assert.deepEqual(pointed, await look(/^Good/))
    await close()
  }
})

test('if the browser closes the database, the next grade reopens it', async () => {
  const { page, close } = await openPage(browser, `${toUrl('empire')}#page:test`)
  await compare(page)
  const closed = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('practise')
        opening.onsuccess = () => {
          opening.result.onclose = () => resolve()
        }
      }),
  )
  const client = await page.context().newCDPSession(page)
  await client.send('Storage.clearDataForOrigin', { origin: site.url, storageTypes: 'indexeddb' })
  await closed
  await page.getByRole('button', { name: /^Good/ }).click()
  await page.getByText('Noted. Due again').waitFor()
  await close()
})

test('answers read to the end are marked in lists, but no sooner than one can read them', async () => {
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

test('no question is scheduled after the day of an exam', async () => {
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
  await page.getByText('Noted. Due again Mar 3.').waitFor()
  await page.clock.setSystemTime(new Date('2030-03-03T10:00:00'))
  await openStudy(page)
  assert.equal(await page.locator('[data-part=due] a').count(), 1)
  // After it there is no limit.
  await grade(page, 'empire', /^Easy/)
  assert.doesNotMatch((await page.locator('.grades [role=status]').textContent()) ?? '', /Mar 3\./)
  await context.close()
})

test('at most the daily limit is due, which can be raised; the others can still be practised', async () => {
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
    'due, over your limit',
    'due, over your limit',
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

test('a question is saved for later once, without a date, and can be removed', async () => {
  const { page, close } = await openPage(browser, toUrl('fall'))
  await page.getByRole('button', { name: 'Save for later' }).press('Enter')
  await page.locator('button[aria-live=polite]:focus', { hasText: 'Saved for later' }).waitFor()
  await openStudy(page)
  assert.deepEqual(await page.locator('[data-part=saved] a').allTextContents(), ['Why did the empire fall?'])
  assert.deepEqual(await listFaults(page), [])
  assert.match((await page.locator('study-list [role=status]').textContent()) ?? '', /not practising anything yet/)
  await page.getByRole('button', { name: 'Remove: Why did the empire fall?' }).click()
  await page.getByText('Removed.').waitFor()
  assert.equal(await page.locator('study-list li').count(), 0)
  await close()
})

test('all questions of a sheet are added to the list, none of them twice', async () => {
  const { page, close } = await openPage(browser, `${site.url}/sheet?subject=history`)
  const add = page.getByRole('button', { name: 'Add all to Study' })
  await add.press('Enter')
  await page.getByText('Added: 3').waitFor()
  for (const screen of screens) {
    await showOn(page, screen)
    assert.deepEqual(await listFaults(page), [], screen.name)
  }
  await add.press('Enter')
  await page.getByText('All of them are in Study already.').waitFor()
  await grade(page, 'empire', /^Good/)
  await openStudy(page)
  assert.equal(await page.locator('[data-part=saved] a').count(), 2)
  assert.equal(await page.locator('[data-part=others] a').count(), 1)
  await page.goto(`${site.url}/sheet?subject=history`)
  await page.emulateMedia({ media: 'print' })
  assert.equal(await add.isVisible(), false)
  await close()
})

test('forgetting removes the service worker, its pages, and the visits', async () => {
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
  await page.getByText('Everything has been forgotten.').waitFor()
  const left = await kept()
  assert.deepEqual([left.caches, left.workers, left.visits], [[], 0, null])
  await page.goto(`${site.url}/study`)
  await settle(page)
  assert.deepEqual((await kept()).caches, [])
  await close()
})
