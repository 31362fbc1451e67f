import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { firstScript } from '@/lib/core/design/first-script'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { listFaults } from './axe'
import { chooseByKeyboard, launchBrowser, openPage, phone, screens, settle, showOn } from './browser'
import { compare } from './practising'
import { startSite } from './site'

const words = 'A stone that is thrown falls as fast as one that is dropped. '
const exercise = `A stone falls for $t = 2\\,\\mathrm{s}$ from rest. How deep does it fall?

- [ ] $9.81$ m
  - That is the speed after one second.
- [x] $19.6$ m
- [ ] ${'a very long choice that takes several lines of a phone, '.repeat(3)}

### Hint

${words.repeat(30)}

### Solution

The depth is

$$s = \\tfrac{1}{2} g t^2 \\label{s}$$

and so on.

#### A step with $v^2$

${words.repeat(30)}

### Check

Use \`print(s)\` and **compare**:

\`\`\`python
print(9.81 * 2)
\`\`\`
`
const sum = Array.from({ length: 40 }, (_, index) => `x_{${index}}`).join(' + ')
const cells = Array.from({ length: 9 }, (_, index) => `column number ${index} |`).join(' ')
const library = new TemporaryLibrary({
  'physics/wide.md': toQuestionFile(
    'What is wide?',
    {},
    `$$${sum}$$\n\n| ${cells}\n|${'---|'.repeat(9)}\n| ${cells}\n`,
  ),
  'physics/hebrew.md': toQuestionFile(
    'איך?',
    {},
    'אם $x^2 + 1 = 0$ אז `1 - 2` בקוד.\n\nSome words are Hebrew here: שלום $x^2 + 1 = 0$ שלום `1 - 2` שלום.',
  ),
  'physics/keys.md': toQuestionFile('Which keys copy?', {}, 'Press <kbd>Ctrl</kbd> and <kbd>C</kbd>.'),
  'physics/stone.md': toQuestionFile('How deep does a stone fall?', {}, exercise),
  'physics/power.md': toQuestionFile('Is $x^2$ even?', {}, '## First\n\nIt is.\n\n## Then\n\nIt stays.'),
})
const site = await startSite(library.contentDir)
const browser = await launchBrowser()
const stone = `${site.url}/learn/physics/questions/stone`
const power = `${site.url}/learn/physics/questions/power`
const wide = `${site.url}/learn/physics/questions/wide`
const hebrew = `${site.url}/learn/physics/questions/hebrew`

async function check(page: Page, state: string) {
  for (const screen of screens) {
    await showOn(page, screen)
    assert.deepEqual(await listFaults(page), [], `${state}, ${screen.name}`)
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    assert.ok(excess <= 0, `${state}, ${screen.name}: ${excess} px too wide`)
  }
}

const measure = (page: Page) =>
  page.locator('.answer').evaluate((answer) => {
    const { fontSize, lineHeight, fontFamily } = getComputedStyle(answer)
    return {
      size: Number.parseFloat(fontSize),
      leading: Number.parseFloat(lineHeight) / Number.parseFloat(fontSize),
      typeface: fontFamily,
      width: answer.getBoundingClientRect().width,
    }
  })

test('text settings work by keyboard alone, apply to all pages, and defaults are not stored', async () => {
  const { page, complaints, close } = await openPage(browser, stone)
  const before = await measure(page)
  const button = page.getByRole('button', { name: 'Reading settings' })
  await button.press('Enter')
  await page.getByLabel('Theme').and(page.locator(':focus')).waitFor()
  await check(page, 'the panel')
  for (const [label, value] of [
    ['Text size', 'Larger'],
    ['Line spacing', 'Wide'],
    ['Typeface', 'Sans serif'],
    ['Text width', 'Wide'],
  ] as const) {
    await page.keyboard.press('Tab')
    assert.equal(
      await page.locator(':focus').evaluate((select) => select.parentElement?.firstChild?.textContent),
      label,
    )
    await chooseByKeyboard(page, value)
  }
  await page.keyboard.press('Escape')
  assert.equal(await page.locator('.reading-panel').count(), 0)
  assert.ok(await button.evaluate((element) => element === document.activeElement))
  await page.waitForLoadState('networkidle')
  await page.goto(power, { waitUntil: 'networkidle' })
  await page.goto(stone, { waitUntil: 'networkidle' })
  await settle(page)
  const after = await measure(page)
  assert.ok(after.size > before.size * 1.3 && after.leading > 1.9 && after.width > before.width)
  assert.doesNotMatch(after.typeface, /serif(?<!sans-serif)|literata/i)
  await check(page, 'set')
  await button.press('Enter')
  for (const [label, value] of [
    ['Text size', ''],
    ['Line spacing', ''],
    ['Typeface', ''],
    ['Text width', ''],
  ] as const)
    await page.getByLabel(label).selectOption(value)
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key !== 'visits')), [])
  await page.locator('h1').click()
  assert.equal(await page.locator('.reading-panel').count(), 0)
  await showOn(page, { viewport: { width: 1280, height: 720 }, colorScheme: 'light' })
  assert.equal((await measure(page)).size, before.size)
  assert.deepEqual(complaints, [])
  await close()
})

test('settings apply before any script file is loaded, and invalid values are ignored', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(stone)
  const before = await measure(page)
  await page.evaluate(() => {
    localStorage.setItem('size', 'large')
    localStorage.setItem('spacing', '"><script>')
  })
  await page.route('**/*.js', (route) => route.abort())
  await page.goto(stone)
  assert.ok((await measure(page)).size > before.size)
  assert.equal(await page.evaluate(() => document.documentElement.dataset.spacing), undefined)
  assert.equal(await page.locator('head > script').first().textContent(), firstScript)
  await context.close()
})

test('without scripts nothing is offered that would not work', async () => {
  const { page, close } = await openPage(browser, stone, { javaScriptEnabled: false })
  assert.equal(await page.getByRole('button', { name: 'Reading settings' }).isVisible(), false)
  await page.goto(site.url)
  assert.equal(await page.locator('.continue').isVisible(), false)
  await close()
})

test('an opened choice says whether it is right, even without scripts', async () => {
  const { page, close } = await openPage(browser, stone, { javaScriptEnabled: false, viewport: phone })
  const choices = page.locator('.choices summary')
  assert.equal(await choices.count(), 3)
  assert.equal(await page.locator('.verdict:visible').count(), 0)
  await choices.first().press('Enter')
  assert.deepEqual(await page.locator('.verdict:visible').allTextContents(), ['Not right.'])
  assert.ok(await page.getByText('That is the speed after one second.').isVisible())
  await choices.nth(1).press('Space')
  assert.deepEqual(await page.locator('.verdict:visible').allTextContents(), ['Not right.', 'Right.'])
  await close()
  const scripted = await openPage(browser, stone)
  for (const summary of await scripted.page.locator('.choices summary').all()) await summary.press('Enter')
  await check(scripted.page, 'choices opened')
  await scripted.page.emulateMedia({ forcedColors: 'active' })
  assert.deepEqual(await listFaults(scripted.page), [])
  await scripted.close()
})

test('a solution is collapsed, is opened by a click and by a link into it, and is printed', async () => {
  const { page, close } = await openPage(browser, stone, { javaScriptEnabled: false })
  const step = page.getByRole('heading', { name: 'A step' })
  assert.ok(await page.getByRole('heading', { name: 'Solution' }).isVisible())
  assert.ok(await page.getByRole('heading', { name: 'Check' }).isVisible())
  assert.equal(await step.isVisible(), false)
  await page.getByText('Show or hide the solution').press('Enter')
  assert.ok(await step.isVisible())
  const id = await page.locator('.solution h3').getAttribute('id')
  await page.goto('about:blank')
  await page.goto(`${stone}#${id}`)
  assert.ok(await step.isVisible())
  await page.goto('about:blank')
  await page.goto(stone)
  await page.emulateMedia({ media: 'print' })
  assert.ok((await page.evaluate(() => document.body.innerText)).includes('and so on.'))
  assert.equal(await page.getByText('Show or hide the solution').isVisible(), false)
  await close()
})

test('the script opens collapsed link targets if the browser does not; find in page finds collapsed text', async () => {
  const { page, close } = await openPage(browser, stone)
  const details = page.locator('.solution')
  const id = await details.locator('h3').getAttribute('id')
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#${id}`)
  await page.waitForFunction(() => document.querySelector<HTMLDetailsElement>('.solution')?.open)
  // As if the browser had not opened it.
  await page.evaluate(() => {
    document.querySelector('.solution')?.removeAttribute('open')
    dispatchEvent(new HashChangeEvent('hashchange'))
  })
  assert.equal(await details.evaluate((element) => (element as HTMLDetailsElement).open), true)
  await details.evaluate((element) => element.removeAttribute('open'))
  // The browser's find in page, which opens what it finds; it starts at the selection.
  await page.evaluate(() => getSelection()?.collapse(document.querySelector('h1'), 0))
  assert.ok(await page.evaluate(() => (window as unknown as { find: (text: string) => boolean }).find('and so on.')))
  await close()
})

test('comparing opens solutions', async () => {
  const { page, close } = await openPage(browser, `${stone}#page:test`)
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.locator('.solution[open]').waitFor()
  await close()
})

test('a formula is copied once: as TeX, and as MathML', async () => {
  const { page, complaints, close } = await openPage(browser, stone, {
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  await page.locator('.solution').evaluate((element) => element.setAttribute('open', ''))
  const copy = async (from: string, to = from) => {
    await page.evaluate(
      ([start, end]) => {
        const range = document.createRange()
        range.setStart(document.querySelector(start as string) as Node, 0)
        const last = document.querySelector(end as string) as Node
        range.setEnd(last, last.childNodes.length)
        getSelection()?.removeAllRanges()
        getSelection()?.addRange(range)
        document.dispatchEvent(new Event('selectstart', { bubbles: true }))
      },
      [from, to],
    )
    await page.waitForLoadState('networkidle')
    const copied = page.evaluate(
      () =>
        new Promise<{ plain: string; rich: string }>((resolve) => {
          document.addEventListener(
            'copy',
            ({ clipboardData }) =>
              resolve({
                plain: clipboardData?.getData('text/plain') ?? '',
                rich: clipboardData?.getData('text/html') ?? '',
              }),
            { once: true },
          )
          document.execCommand('copy')
        }),
    )
    return copied
  }
  // Selecting a part of a formula copies all of it.
  const alone = await copy('.solution .katex-html .mord')
  assert.equal(alone.plain, 's = \\tfrac{1}{2} g t^2 \\label{s}')
  assert.match(alone.rich, /^<math xmlns="[^"]*" display="block".*<\/math>$/s)
  const text = await copy('.answer > p', '.solution > p:nth-of-type(3)')
  assert.match(text.plain, /^A stone falls for \$t = 2\\,\\mathrm\{s\}\$ from rest\. How deep does it fall\?\n/)
  assert.match(text.plain, /\nSolution\n+The depth is\n+\$\$s = [^$]*\$\$\n+and so on\.$/)
  assert.doesNotMatch(text.rich, /katex-html|annotation|aria-hidden|Right/)
  assert.equal(text.rich.match(/<math/g)?.length, 4)
  assert.match(text.rich, new RegExp(`href="${stone}#hint"`))
  assert.equal(await page.locator('.copied').count(), 0)
  const words = await copy('.answer > h2')
  assert.equal(words.plain, '')
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'Hint')
  assert.deepEqual(complaints, [])
  await close()
})

test('selecting all by keyboard and copying gives TeX, and starts no custom element in the copy', async () => {
  const { page, complaints, close } = await openPage(browser, stone, {
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const loading = page.waitForResponse(/copy-formulas/)
  await page.keyboard.press('Control+a')
  await loading
  await page.waitForLoadState('networkidle')
  const elements = 'self-test, copy-button, table-of-contents'
  await page.evaluate((tags) => {
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node instanceof Element && node.querySelector(tags)) console.error('copied elements')
    }).observe(document.body, { childList: true })
  }, elements)
  await page.keyboard.press('Control+c')
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /\$t = 2\\,\\mathrm\{s\}\$ from rest/)
  assert.deepEqual(complaints, [])
  await close()
})

test('formulas and code are marked as not to be translated, in titles too', async () => {
  const { page, close } = await openPage(browser, stone)
  for (const selector of ['.answer .katex', '.answer pre', '.answer p > code'])
    assert.equal(
      await page.locator(selector).evaluateAll((all) => all.every((each) => !(each as HTMLElement).translate)),
      true,
      selector,
    )
  await page.goto(power)
  assert.equal(await page.locator('h1 .katex').evaluate((element) => (element as HTMLElement).translate), false)
  await close()
})

test('the home page links back to the last question and its section', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.clock.install()
  const visit = async (url: string) => {
    await page.goto(url)
    await settle(page)
    await page.clock.fastForward(5_000)
    await page.waitForFunction(
      (path) => localStorage.getItem('visits')?.startsWith(`[{"path":"${path}"`),
      new URL(url).pathname,
    )
  }
  await page.goto(site.url)
  assert.equal(await page.locator('.continue').isVisible(), false)
  await visit(power)
  await visit(stone)
  await page.evaluate(() => document.querySelector('#check')?.scrollIntoView({ behavior: 'instant' }))
  await page.goto(site.url)
  await settle(page)
  const section = page.locator('.continue')
  assert.match(await section.locator('p').innerText(), /^How deep does a stone fall\? Check$/)
  assert.equal(await section.locator('p a').getAttribute('href'), '/learn/physics/questions/stone#check')
  await section.getByText('Visited before').click()
  assert.deepEqual(await section.locator('li').allInnerTexts(), ['Is x² even? First'])
  await check(page, 'continue')
  await section.getByRole('button', { name: 'Forget these' }).click()
  assert.equal(await section.isVisible(), false)
  assert.equal(await page.evaluate(() => localStorage.length), 0)
  await context.close()
})

test('the link back shifts nothing when it appears', async () => {
  const context = await browser.newContext({ viewport: phone })
  const page = await context.newPage()
  await page.goto(site.url)
  await page.evaluate(() =>
    localStorage.setItem(
      'visits',
      JSON.stringify(
        ['stone', 'power'].map((slug) => ({
          path: `/learn/physics/questions/${slug}`,
          title: 'How deep does a stone fall?',
          section: { id: 'check', title: 'Check' },
        })),
      ),
    ),
  )
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/static/browser/*.js', async (route) => {
    await released
    await route.continue()
  })
  await page.goto(site.url, { waitUntil: 'commit' })
  await page.getByRole('contentinfo').waitFor()
  await page.evaluate(() => document.fonts.ready)
  const top = () =>
    page.locator('[aria-labelledby="page:subjects"]').evaluate((element) => element.getBoundingClientRect().top)
  const before = await top()
  assert.ok(await page.locator('.continue').isVisible())
  release()
  await settle(page)
  await page.locator('.continue p a').waitFor()
  assert.equal(await top(), before)
  await context.close()
})

test('keyboard keys are legible in light and dark', async () => {
  const { page, close } = await openPage(browser, `${site.url}/learn/physics/questions/keys`)
  for (const screen of screens) {
    await showOn(page, screen)
    // axe cannot determine the contrast of elements with a shadow.
    const colors = await page
      .locator('.answer :is(p, kbd)')
      .evaluateAll((elements) => elements.map((element) => getComputedStyle(element).color))
    assert.deepEqual(colors, Array(3).fill(colors[0]), screen.name)
  }
  await close()
})

test('in print, text has the full width, and steps stay with their formulas', async () => {
  const { page, close } = await openPage(browser, stone)
  await page.setViewportSize({ width: 1100, height: 800 })
  await page.emulateMedia({ media: 'print' })
  const widths = await page.evaluate(() =>
    ['.answer', 'article', 'body'].map((name) => document.querySelector(name)?.getBoundingClientRect().width),
  )
  assert.deepEqual(widths, [1100, 1100, 1100])
  const step = page.locator('.answer p:has(.katex)').first()
  assert.equal(await step.evaluate((element) => getComputedStyle(element).breakInside), 'auto')
  const before = page.getByText('The depth is')
  assert.equal(await before.evaluate((element) => getComputedStyle(element).breakAfter), 'avoid')
  assert.equal(
    await page
      .locator('.formula')
      .first()
      .evaluate((element) => getComputedStyle(element).breakInside),
    'avoid',
  )
  await close()
})

test('in print nothing is cut off, and a self-test in progress hides no answer', async () => {
  const { page, close } = await openPage(browser, wide)
  // A4 with margins of 15 mm.
  await page.setViewportSize({ width: 680, height: 960 })
  const print = async () => {
    await page.emulateMedia({ media: 'print' })
    assert.equal(await page.locator('.practise').isVisible(), false)
    const ends = await page
      .locator('.answer :is(.katex-base, td)')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().right))
    assert.ok(ends.length > 40 && ends.every((end) => end > 0 && end <= 681), ends.join())
    await page.emulateMedia({ media: 'screen' })
  }
  await print()
  await page.getByRole('link', { name: 'Test yourself' }).first().click()
  assert.equal(await page.locator('.answer td').first().isVisible(), false)
  await print()
  await compare(page)
  await print()
  await close()
})

test('formulas and code stay left to right in right-to-left text', async () => {
  const { page, close } = await openPage(browser, hebrew)
  const directions = await page
    .locator('.answer > p')
    .evaluateAll((texts) => texts.map((text) => getComputedStyle(text).direction))
  assert.deepEqual(directions, ['rtl', 'ltr'])
  const starts = await page.locator('.answer > p').evaluateAll((texts) =>
    texts.flatMap((text) => {
      const code = text.querySelector('code')?.firstChild as Text
      const letters = Array.from(code.data, (_, index) => {
        const range = new Range()
        range.setStart(code, index)
        range.setEnd(code, index + 1)
        return range
      })
      const bases = Array.from(text.querySelectorAll('.katex-base'))
      return [bases, letters].map((parts) => parts.map((part) => part.getBoundingClientRect().left))
    }),
  )
  assert.equal(starts.length, 4)
  for (const lefts of starts) {
    assert.ok(lefts.length >= 3)
    assert.deepEqual(
      lefts,
      lefts.toSorted((a, b) => a - b),
    )
  }
  await close()
})

test('a page without HTTPS, which has no clipboard, says how to copy', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  await page.route('http://school.test/**', async (route) => {
    const url = route.request().url().replace('http://school.test', site.url)
    await route.fulfill({ response: await route.fetch({ url }) })
  })
  await page.goto(stone.replace(site.url, 'http://school.test'))
  await settle(page)
  assert.equal(await page.evaluate(() => isSecureContext), false)
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await page.getByRole('button', { name: 'Press Ctrl+C' }).waitFor()
  assert.match(await page.evaluate(() => getSelection()?.toString() ?? ''), /print\(9\.81/)
  await page.getByRole('button', { name: 'Copy link' }).click()
  await page.getByRole('button', { name: 'Copy it from the address bar' }).waitFor()
  assert.deepEqual(errors, [])
  await context.close()
})

test('settings changed on another page apply here too, when this page is shown again', async () => {
  const { page, close } = await openPage(browser, stone)
  const other = await page.context().newPage()
  await other.goto(power)
  await settle(other)
  await other.getByRole('button', { name: 'Reading settings' }).click()
  await other.getByLabel('Theme').selectOption('dark')
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark')
  await other.getByLabel('Theme').selectOption('')
  await page.waitForFunction(() => document.documentElement.dataset.theme === undefined)
  await page.evaluate(() => localStorage.setItem('size', 'large'))
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await page.waitForFunction(() => document.documentElement.dataset.size === 'large')
  await close()
})
