import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { sheetPath } from '@/lib/core/routes'
import { Corpus } from '@/tools/corpus/corpus'
import { writeCorpus } from '@/tools/corpus/write-corpus'
import { listPageKinds } from '@/tools/served-site/page-kinds'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { listFaults } from './axe'
import { chooseByKeyboard, desktop, launchBrowser, openPage, phone, settle, showOn, typeSearch } from './browser'
import { startContentSite, startSite } from './site'

const site = await startContentSite()
const browser = await launchBrowser()
const kinds = listPageKinds(site.dbFile)
const find = (name: string) => site.url + kinds.find((kind) => kind.name === name)?.path

/** How far a page extends beyond the right edge of its window. */
const measureOverflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** The font size from the reader's browser settings; 16 by default. */
async function chooseLetters(page: Page, size: number) {
  const client = await page.context().newCDPSession(page)
  await client.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: Math.round(size * 0.8125) } })
  await client.detach()
  await settle(page)
}

/** How far a page extends beyond its window with fonts of one and a half or twice the size, on narrow phones. */
async function measureLarge(page: Page) {
  const beyond: string[] = []
  for (const size of [24, 32]) {
    await chooseLetters(page, size)
    for (const width of [320, 360]) {
      await page.setViewportSize({ width, height: 740 })
      await settle(page)
      const overflow = await measureOverflow(page)
      if (overflow > 0) beyond.push(`${overflow} px at ${width} px, letters of ${size} px`)
    }
  }
  await chooseLetters(page, 16)
  return beyond
}

describe('a page of each kind', () => {
  for (const { name, path, status } of kinds) {
    test(name, async (t) => {
      const narrow = { viewport: { width: 320, height: 640 } }
      const { page, close, ...opened } = await openPage(browser, site.url + path, narrow)
      assert.equal(opened.status, status)

      await t.test('nothing is lost at 320 px, which is 400 % on a desktop', async () => {
        assert.equal(await measureOverflow(page), 0)
        // The typeface may arrive too late for the first visit, and is wider than its fallback: the second has it.
        await page.reload()
        await settle(page)
        assert.equal(await measureOverflow(page), 0)
      })

      // https://www.w3.org/WAI/WCAG22/Understanding/resize-text
      await t.test('nothing is lost at twice the font size', async () => {
        assert.deepEqual(await measureLarge(page), [])
      })

      // https://www.w3.org/WAI/WCAG22/Understanding/text-spacing
      await t.test('nothing is lost with wide text spacing', async () => {
        await page.setViewportSize(phone)
        await settle(page)
        const style = await page.addStyleTag({
          content: `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
            p { margin-bottom: 2em !important } .katex * { line-height: normal !important }`,
        })
        assert.equal(await measureOverflow(page), 0)
        const cut = await page.evaluate(() =>
          [...document.querySelectorAll('header, header *, h1, h2, h3, main p, footer, footer *, label, button')]
            .filter((element) => element.closest('svg, .katex, .sr-only, .answer') === null && element.clientHeight > 1)
            .filter((element) => getComputedStyle(element).overflow !== 'visible')
            .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
            .map((element) => element.outerHTML.slice(0, 120)),
        )
        await style.evaluate((element) => (element as HTMLElement).remove())
        assert.deepEqual(cut, [])
      })

      // Only axe's contrast findings depend on the theme, and both layouts have the same colours.
      for (const screen of [
        { viewport: desktop, colorScheme: 'dark' },
        { viewport: phone, colorScheme: 'light' },
      ] as const) {
        await t.test(`axe finds no violations, ${screen.viewport.width} px wide, ${screen.colorScheme}`, async () => {
          await showOn(page, screen)
          if (screen.viewport === phone) {
            for (const summary of await page.locator('main details:not([open]) > summary:visible').all()) {
              await summary.click()
            }
          }
          assert.deepEqual(await listFaults(page), [])
        })
      }
      await close()
    })
  }
})

test('axe finds no violations in a large subject, with its topics, letters and pages', async () => {
  const library = new TemporaryLibrary()
  writeCorpus(new Corpus(600, 1), library.contentDir)
  const large = await startSite(library.contentDir)
  const lists = listPageKinds(large.dbFile).filter(({ name }) => /^(?:subject|subject-a-z|topic)$/.test(name))
  assert.equal(lists.length, 3)
  for (const { name, path } of lists) {
    const { page, close } = await openPage(browser, large.url + path)
    for (const [viewport, colorScheme] of [
      [phone, 'dark'],
      [desktop, 'light'],
    ] as const) {
      await showOn(page, { viewport, colorScheme })
      if (name === 'subject') {
        assert.equal(await page.locator('nav[aria-label=Topics] a').first().isVisible(), viewport === desktop)
      }
      assert.deepEqual(await listFaults(page), [], name)
      assert.equal(await measureOverflow(page), 0)
    }
    await close()
  }
})

test('a word that is wider than a phone breaks, wherever it is', async () => {
  const word = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'
  const library = new TemporaryLibrary({
    'law/one.md': toQuestionFile(`What is the ${word}?`, { sources: [`https://example.org/${word}`] }),
    'law/two.md': toQuestionFile(`When did the ${word} end?`),
    './subjects/law.yml': `title: The ${word}\ndescription: About the ${word}.\n`,
    './gone.yml': '/learn/law/questions/gone:\n',
  })
  const { url } = await startSite(library.contentDir)
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
  const page = await context.newPage()
  const paths = [
    '/',
    '/learn',
    '/learn/law/a-z',
    '/learn/law/questions/one',
    `/search?q=${word}`,
    '/learn/law/questions/gone',
  ]
  for (const path of [...paths, '/sheet?subject=law', '/study']) {
    await page.goto(url + path)
    await settle(page)
    if (path.endsWith('/one')) await page.getByRole('button', { name: 'Save for later' }).click()
    assert.equal(await measureOverflow(page), 0, path)
    assert.deepEqual(await measureLarge(page), [], path)
  }
  assert.equal(await page.locator('study-list li').count(), 1)
  await context.close()
})

test('on the narrowest phone, name and settings are in one row', async () => {
  const { page, close } = await openPage(browser, find('about'), { viewport: { width: 320, height: 640 } })
  const middles = await page
    .locator('body > header :is(a:has(svg), reading-settings button)')
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect()).map(({ top, bottom }) => top + bottom))
  assert.equal(middles.length, 2)
  assert.equal(new Set(middles).size, 1)
  await close()
})

test('popups are no wider than a phone at twice the font size', async () => {
  const { page, close } = await openPage(browser, `${find('question-code')}#find=table`, { viewport: phone })
  await page.getByRole('button', { name: 'Reading settings' }).click()
  await page.getByLabel('Theme').waitFor()
  assert.deepEqual(await measureLarge(page), [])
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await typeSearch(page, 'hash table')
  assert.deepEqual(await measureLarge(page), [])
  await close()
})

test('an answer does not clip focus rings, even without overflow-clip-margin', async () => {
  for (const name of ['question-longest', 'question-formulas', 'question-code']) {
    const { page, close } = await openPage(browser, find(name), { viewport: phone })
    for (const viewport of [phone, desktop]) {
      await page.setViewportSize(viewport)
      const cut = await page.locator('.answer').evaluate((answer) => {
        const clip = answer.getBoundingClientRect()
        const ring = 5
        return Array.from(answer.querySelectorAll('a, summary, [tabindex="0"]:not(pre)'))
          .filter((target) => !target.parentElement?.closest('.table-scroll, .formula, .code'))
          .filter((target) => {
            const { left, right, top, bottom } = target.getBoundingClientRect()
            const isBeside = left - ring < clip.left || right + ring > clip.right
            return isBeside || top - ring < clip.top || bottom + ring > clip.bottom
          })
          .map(({ outerHTML }) => outerHTML.slice(0, 80))
      })
      assert.deepEqual(cut, [], `${name}, ${viewport.width} px`)
    }
    await close()
  }
})

test('the text of fields is large enough that phones do not zoom in', async () => {
  const sheet = find('subject').replace('/learn/', `${sheetPath}?subject=`)
  const fields = 'input:not([type=hidden], [type=checkbox], [type=file]), select, textarea'
  for (const address of [find('home'), find('search'), find('study'), sheet, `${find('question-code')}#page:test`]) {
    const { page, close } = await openPage(browser, address, { viewport: phone })
    await page.getByRole('button', { name: 'Reading settings' }).click()
    await page.locator('.reading-panel').waitFor()
    const sizes = await page
      .locator(fields)
      .evaluateAll((elements) =>
        elements.map((element) => [
          element.getAttribute('name'),
          Number.parseFloat(getComputedStyle(element).fontSize),
        ]),
      )
    assert.deepEqual(
      sizes.filter(([, size]) => Number(size) < 16),
      [],
      address,
    )
    await close()
  }
})

test('in forced colours the current item and the focus are visible', async () => {
  const { page, close } = await openPage(browser, find('subject'), { forcedColors: 'active' })
  const border = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).borderBottomWidth)
  assert.equal(await border('nav[aria-label=Order] a[aria-current]'), '3px')
  assert.equal(await border('nav[aria-label=Order] a:not([aria-current])'), '0px')
  await page.locator('nav[aria-label=Order] a').first().focus()
  await page.keyboard.press('Tab')
  const outline = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement as Element)
    return `${outlineStyle} ${outlineWidth}`
  })
  assert.equal(outline, 'solid 3px')
  await page.goto(`${site.url}/search?q=table`)
  const ground = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor)
  const filter = 'nav[aria-label="Filter by subject"]'
  assert.notEqual(await ground(`${filter} [aria-current]`), await ground(`${filter} a:not([aria-current])`))
  await close()
})
describe('by keyboard alone', () => {
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim().slice(0, 60) ?? '')

  test('the first tab stop skips to the content', async () => {
    const { page, close } = await openPage(browser, find('question-longest'), { viewport: phone })
    await page.keyboard.press('Tab')
    assert.equal(await focused(page), 'Skip to content')
    const box = await page.locator(':focus').boundingBox()
    assert.ok(box && box.x >= 0 && box.y >= 0)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    assert.ok(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement)))
    await close()
  })

  test('every tab stop is visible, and shows that it has the focus', async () => {
    for (const [name, viewport] of [
      ['home', phone],
      ['home', desktop],
      ['subject', phone],
      ['question-code', desktop],
      ['question-formulas', phone],
      ['not-found', desktop],
    ] as const) {
      const { page, close } = await openPage(browser, find(name), { viewport })
      const seen = new Set<string>()
      for (let stop = 0; stop < 80; stop += 1) {
        await page.keyboard.press('Tab')
        // Scrolling to the stop is smooth: wait for its final position.
        const state = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement
          if (element === document.body) return undefined
          element.scrollIntoView({ block: 'nearest', behavior: 'instant' })
          const { left, right, top, width, height } = element.getBoundingClientRect()
          const { outlineStyle } = getComputedStyle(element)
          const inside = right > 0 && left < innerWidth && top < innerHeight && width > 1 && height > 1
          return { text: element.outerHTML.slice(0, 100), inside, outlined: outlineStyle !== 'none' }
        })
        if (!state) break
        assert.ok(state.inside, `${name}: ${state.text} is not visible`)
        assert.ok(state.outlined, `${name}: ${state.text} shows no focus`)
        seen.add(state.text)
      }
      assert.ok(seen.size > 8, name)
      await close()
    }
  })

  test('a search leads to a question, and axe finds no violations in the suggestions', async () => {
    for (const [name, viewport, colorScheme] of [
      ['home', phone, 'dark'],
      ['subjects', desktop, 'light'],
    ] as const) {
      const { page, close } = await openPage(browser, find(name), { viewport, colorScheme })
      await page.keyboard.press('/')
      await typeSearch(page, 'hash table')
      await page.keyboard.press('ArrowDown')
      assert.deepEqual(await listFaults(page), [])
      assert.equal(await measureOverflow(page), 0)
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/questions\/how-does-a-hash-table/)
      await close()
    }
  })

  test('the contents open and lead to a heading', async () => {
    const { page, close } = await openPage(browser, find('question-longest'), { viewport: phone })
    const contents = page.locator('table-of-contents details')
    assert.equal(await contents.locator('a').first().isVisible(), false)
    await contents.locator('summary').focus()
    await page.keyboard.press('Enter')
    await contents.locator('a').first().waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    const name = await focused(page)
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => location.hash !== '')
    const heading = page.locator('.answer :target')
    assert.equal((await heading.textContent())?.trim().slice(0, 60), name)
    await page.waitForFunction(() => {
      const top = document.querySelector(':target')?.getBoundingClientRect().top ?? -1
      return top >= 0 && top < innerHeight / 2
    })
    await close()
  })

  test('the theme is chosen, remembered, and reset to the system’s', async () => {
    const context = await browser.newContext({ colorScheme: 'light' })
    const page = await context.newPage()
    await page.goto(find('question-shortest'))
    await settle(page)
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const light = await paper()
    const open = () => page.getByRole('button', { name: 'Reading settings' }).press('Enter')
    await open()
    await page.getByLabel('Theme').and(page.locator(':focus')).waitFor()
    await chooseByKeyboard(page, 'Dark')
    const dark = await paper()
    assert.notEqual(dark, light)
    await page.goto(find('home'))
    await settle(page)
    assert.equal(await paper(), dark)
    await open()
    assert.equal(await page.getByLabel('Theme').inputValue(), 'dark')
    const around = () =>
      page
        .locator('meta[name="theme-color"]')
        .evaluateAll((metas) => metas.map((meta) => (meta as HTMLMetaElement).content))
    assert.deepEqual(new Set(await around()).size, 1)
    await chooseByKeyboard(page, 'System default')
    assert.equal(await paper(), light)
    assert.equal(await page.evaluate(() => localStorage.length), 0)
    assert.equal(new Set(await around()).size, 2)
    await context.close()
  })

  test('a code block and the address are copied', async () => {
    const { page, close } = await openPage(browser, find('question-code'), {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
    await page.locator('.code copy-button button').first().focus()
    await page.keyboard.press('Enter')
    await page.locator('button[aria-live=polite]:focus', { hasText: 'Copied' }).waitFor()
    assert.equal(await clipboard(), await page.locator('.code pre').first().textContent())
    await page.getByRole('button', { name: 'Copy link' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Copied' }).last().waitFor()
    assert.equal(await clipboard(), await page.locator('link[rel=canonical]').getAttribute('href'))
    await page.getByRole('button', { name: 'Copy link' }).waitFor()
    await close()
  })
})

test('the chosen theme applies before any script file is loaded, so that nothing flashes', async () => {
  const context = await browser.newContext({ colorScheme: 'light' })
  const page = await context.newPage()
  await page.goto(find('about'))
  await page.evaluate(() => localStorage.setItem('theme', 'dark'))
  await page.route('**/*.js', (route) => route.abort())
  await page.goto(find('about'))
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark')
  await context.close()
})

test('without JavaScript the system’s theme applies, and nothing is offered that would not work', async () => {
  const { page, close } = await openPage(browser, find('question-code'), {
    javaScriptEnabled: false,
    colorScheme: 'dark',
  })
  assert.equal(await page.locator('reading-settings button').isVisible(), false)
  assert.equal(await page.getByText('Copy link').isVisible(), false)
  assert.equal(await page.locator('.code copy-button button').first().isVisible(), false)
  const [red] = /\d+/.exec(await page.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor)) ?? []
  assert.ok(Number(red) < 60)
  await close()
})

test('a screen reader reads each formula once, as mathematics', async () => {
  const { page, close } = await openPage(browser, find('question-formulas'))
  const client = await page.context().newCDPSession(page)
  const { nodes } = await client.send('Accessibility.getFullAXTree')
  const spoken = nodes.filter(({ ignored, role }) => !ignored && role?.value === 'MathMLMath').length
  assert.ok(spoken > 10)
  assert.equal(spoken, await page.locator('.katex').count())
  assert.equal(await page.locator('.katex-html:not([aria-hidden="true"])').count(), 0)
  await close()
})

test('on a wide screen the contents stay beside the answer and follow the reading', async () => {
  const { page, close } = await openPage(browser, find('question-longest'), { viewport: desktop })
  const contents = page.locator('table-of-contents details')
  const left = (await contents.boundingBox())?.x ?? 0
  assert.ok(left < ((await page.locator('.answer').boundingBox())?.x ?? 0))
  const headings = await page.locator('.answer :is(h2, h3)[id]').count()
  assert.equal(await contents.locator('a:visible').count(), headings)
  await page
    .locator('.answer :is(h2, h3)')
    .last()
    .evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }))
  await contents.locator('li:last-child a[aria-current]').waitFor()
  assert.equal(await contents.locator('[aria-current]').count(), 1)
  const top = (await contents.boundingBox())?.y ?? -1
  assert.ok(top >= 0 && top < desktop.height)
  await close()
})

test('a line of an answer holds 60 to 75 characters on a desktop', async () => {
  const { page, close } = await openPage(browser, find('question-longest'), { viewport: desktop })
  const lines = await page.evaluate(() => {
    const lengths: number[] = []
    for (const paragraph of document.querySelectorAll('.answer > p')) {
      if (paragraph.querySelector('.katex') || paragraph.getClientRects().length === 0) continue
      const words = document.createRange()
      let top = Number.NaN
      let length = 0
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let index = 0; index < (node.textContent ?? '').length; index += 1) {
          words.setStart(node, index)
          words.setEnd(node, index + 1)
          const box = words.getBoundingClientRect()
          if (box.top > top + 8) {
            lengths.push(length)
            length = 0
          }
          if (Number.isNaN(top) || box.top > top + 8) top = box.top
          length += 1
        }
      }
    }
    return lengths.filter((length) => length > 0)
  })
  assert.ok(lines.length > 3)
  const mean = lines.reduce((sum, length) => sum + length, 0) / lines.length
  assert.ok(mean >= 60 && mean <= 75, `${mean} characters`)
  await close()
})

test('the question, the answer and the address are printed, and nothing else', async () => {
  const { page, close } = await openPage(browser, find('question-longest'), { viewport: desktop, colorScheme: 'dark' })
  await page.emulateMedia({ media: 'print' })
  const shown = await page.evaluate(() => document.body.innerText.replace(/\s+/g, ' ').trim())
  const parts = await page.evaluate(() =>
    ['h1', '.answer', 'article > footer > p']
      .map((selector) => (document.querySelector(selector) as HTMLElement).innerText)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  assert.equal(shown, parts)
  assert.ok(shown.endsWith(page.url()))
  assert.equal(
    await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
    'rgb(255, 255, 255)',
  )
  await close()
})

test('code is printed in the colours of the light theme, whatever the theme', async () => {
  const { page, close } = await openPage(browser, find('question-code'))
  const print = async (colorScheme: 'light' | 'dark') => {
    await page.emulateMedia({ media: 'print', colorScheme })
    return page
      .locator('.code pre, .code pre span')
      .evaluateAll((parts) => [...new Set(parts.map((part) => getComputedStyle(part).color))])
  }
  const day = await print('light')
  assert.ok(day.length > 2)
  assert.deepEqual(await print('dark'), day)
  await close()
})
