import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { TemporaryLibrary } from '../temporary-library'
import { desktop, launchBrowser, openPage, phone, screens, settle, showOn } from './browser'
import { startContentSite, startSite } from './site'

const site = await startContentSite()
const browser = await launchBrowser()

const kinds = [
  { name: 'home', path: '/', status: 200 },
  { name: 'subjects', path: '/learn', status: 200 },
  { name: 'subject', path: '/learn/mathematics', status: 200 },
  { name: 'subject from A to Z', path: '/learn/mathematics/a-z', status: 200 },
  {
    name: 'question in the old format',
    path: '/learn/business-and-management/questions/how-is-leverage-defined-in-the-context-of-negotiation',
    status: 200,
  },
  { name: 'question with formulas', path: '/learn/mathematics/questions/why-is-0999-exactly-equal-to-1', status: 200 },
  {
    name: 'question with a program',
    path: '/learn/computer-science/questions/why-is-01-02-not-equal-to-03-in-python-and-javascript',
    status: 200,
  },
  { name: 'author', path: '/authors/quicktakes', status: 200 },
  { name: 'about', path: '/about', status: 200 },
  { name: 'unknown question', path: '/learn/mathematics/questions/never-asked', status: 404 },
  { name: 'unknown subject', path: '/learn/alchemy', status: 404 },
  { name: 'page past the end', path: '/learn/mathematics/page/99', status: 404 },
  { name: 'unknown author', path: '/authors/nobody', status: 404 },
  { name: 'unknown address', path: '/nowhere/at/all', status: 404 },
]

for (const { name, path, status } of kinds) {
  test(name, async (t) => {
    const { page, complaints, close, ...opened } = await openPage(browser, site.url + path)
    assert.equal(opened.status, status)
    assert.equal(await page.locator('h1').count(), 1)
    assert.ok((await page.title()).length > 5)
    for (const screen of screens) {
      await t.test(screen.name, async () => {
        await showOn(page, screen)
        assert.equal(await page.locator('input[name=q]:visible').count(), 1)
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        assert.ok(width <= screen.viewport.width, `the page is ${width} px wide`)
      })
    }
    assert.deepEqual(complaints, [])
    await close()
  })
}

describe('security headers', () => {
  for (const { name, path } of kinds) {
    test(`${name}: inline scripts run by their hash only`, async () => {
      const { headers } = await fetch(site.url + path)
      const policy = headers.get('content-security-policy') ?? ''
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? ''
      assert.match(scripts, /^'self'( 'sha256-[\w+/]{43}=')+$/)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.equal(headers.get('x-frame-options'), 'DENY')
      assert.ok(headers.get('referrer-policy') && headers.get('permissions-policy'))
      assert.equal(headers.get('x-powered-by'), null)
      assert.doesNotMatch(headers.get('cache-control') ?? 'none', /31536000/)
    })
  }

  test('a page answers only GET and HEAD, and is not rendered for other methods', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const response = await fetch(`${site.url}${method === 'PUT' ? '/api/search' : '/about'}`, { method })
      assert.equal(response.status, 405, method)
      assert.equal(response.headers.get('allow'), 'GET, HEAD')
      assert.doesNotMatch(await response.text(), /<html/)
    }
  })

  test('an injected script does not run', async () => {
    const opened = await openPage(browser, `${site.url}/about`)
    await opened.page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.injected = true'
      document.body.append(script)
    })
    assert.equal(await opened.page.evaluate(() => 'injected' in window), false)
    assert.match(opened.complaints.join(), /Content Security Policy/)
    await opened.close()
  })

  test('the target of a hovered link is fetched before the click', async () => {
    const opened = await openPage(browser, site.url)
    const link = opened.page.locator('main').getByRole('link', { name: 'Mathematics' }).first()
    const fetched = opened.page
      .context()
      .waitForEvent('request', (request) => request.url().endsWith('/learn/mathematics'))
    await link.hover()
    assert.match((await (await fetched).allHeaders())['sec-purpose'] ?? '', /prefetch/)
    assert.deepEqual(opened.complaints, [])
    await opened.close()
  })

  test('following links through the site violates no policy', async () => {
    const opened = await openPage(browser, site.url)
    const follow = async (name: string | RegExp, within = 'main') => {
      const before = opened.page.url()
      await opened.page.locator(within).getByRole('link', { name }).first().click()
      await opened.page.waitForURL((url) => url.href !== before)
      await settle(opened.page)
    }
    await follow('Mathematics')
    await follow('A to Z')
    await follow(/0\.999/)
    await opened.page.locator('.answer .katex-html').first().waitFor()
    const family = await opened.page
      .locator('.katex')
      .first()
      .evaluate((element) => getComputedStyle(element).fontFamily)
    assert.match(family, /KaTeX/)
    await follow(/./, 'aside')
    assert.deepEqual(opened.complaints, [])
    await opened.close()
  })
})

describe('an address that does not exist', () => {
  for (const { name, path } of kinds.filter((kind) => kind.status === 404)) {
    test(`${name}: hidden from search engines, with subjects and links onward`, async () => {
      const html = await (await fetch(site.url + path)).text()
      assert.equal(html.match(/<meta name="robots" content="noindex/g)?.length, 1)
      assert.doesNotMatch(html, /<meta name="robots" content="index/)
      assert.match(html, /href="\/learn\/mathematics"/)
    })
  }
})

test('an empty library says so, and shows all its pages', async () => {
  const empty = await startSite(new TemporaryLibrary().contentDir)
  for (const [path, status] of Object.entries({
    '/': 200,
    '/learn': 200,
    '/search': 200,
    '/search?q=a': 200,
    '/x': 404,
  })) {
    const response = await fetch(empty.url + path)
    assert.equal(response.status, status, path)
    assert.match(await response.text(), /Nothing is here yet/, path)
  }
})

test('without JavaScript the whole answer, its formulas and the links onward are there', async () => {
  const opened = await openPage(browser, `${site.url}/learn/mathematics/questions/why-is-0999-exactly-equal-to-1`, {
    javaScriptEnabled: false,
    viewport: phone,
  })
  assert.ok(await opened.page.locator('.answer .katex-html').first().isVisible())
  assert.ok((await opened.page.locator('aside a').count()) >= 5)
  await opened.close()
})

test('without JavaScript no copy button is offered', async () => {
  const path = '/learn/computer-science/questions/why-is-01-02-not-equal-to-03-in-python-and-javascript'
  const opened = await openPage(browser, site.url + path, { javaScriptEnabled: false })
  assert.equal(await opened.page.locator('.code copy-button button').first().isVisible(), false)
  await opened.close()
})

test('a code block is copied unchanged', async () => {
  const path = '/learn/computer-science/questions/why-is-01-02-not-equal-to-03-in-python-and-javascript'
  const opened = await openPage(browser, site.url + path, { permissions: ['clipboard-read', 'clipboard-write'] })
  const block = opened.page.locator('.code').first()
  await block.getByRole('button', { name: 'Copy' }).click()
  await block.getByRole('button', { name: 'Copied' }).waitFor()
  const copied = await opened.page.evaluate(() => navigator.clipboard.readText())
  assert.equal(copied, await block.locator('pre').textContent())
  await opened.close()
})

test('related questions are beside the answer on a wide screen, below it on a phone', async () => {
  const path = '/learn/mathematics/questions/why-is-0999-exactly-equal-to-1'
  for (const [viewport, beside] of [
    [desktop, true],
    [phone, false],
  ] as const) {
    const opened = await openPage(browser, site.url + path, { viewport })
    const aside = await opened.page.locator('aside').boundingBox()
    const article = await opened.page.locator('article').boundingBox()
    const next = await opened.page.locator('article nav[aria-label="Next question"] a').first().boundingBox()
    assert.ok(aside && article && next)
    assert.ok(next.y > article.y && (beside || next.y < aside.y))
    assert.equal(aside.x > article.x + article.width, beside)
    assert.equal(aside.y >= article.y + article.height, !beside)
    await opened.close()
  }
})

test('wide formulas and tables scroll inside themselves and can be reached by keyboard', async () => {
  const opened = await openPage(browser, `${site.url}/learn/chemistry`, { viewport: phone })
  const addresses = await opened.page
    .locator('main ul a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
  let scrolling = 0
  for (const address of addresses) {
    await opened.page.goto(address)
    scrolling += await opened.page
      .locator('.answer :is(.formula, .table-scroll, pre)')
      .evaluateAll(
        (regions) =>
          regions.filter((region) => region.scrollWidth > region.clientWidth && (region as HTMLElement).tabIndex === 0)
            .length,
      )
    assert.ok((await opened.page.evaluate(() => document.documentElement.scrollWidth)) <= phone.width, address)
  }
  assert.ok(scrolling > 0)
  await opened.close()
})

test('the style sheet for formulas is sent only with formulas', async () => {
  const styles = async (path: string) => {
    const opened = await openPage(browser, site.url + path)
    const found = await opened.page.evaluate(() =>
      [...document.styleSheets].some((sheet) =>
        [...sheet.cssRules].some((rule) => rule.cssText.includes('KaTeX_Main')),
      ),
    )
    await opened.close()
    return found
  }
  assert.equal(await styles('/learn/mathematics/questions/why-is-0999-exactly-equal-to-1'), true)
  assert.equal(await styles('/about'), false)
})

test('what Playwright turns off in a browser stays off', async () => {
  const client = await browser.newBrowserCDPSession()
  const { commandLine } = await client.send('SystemInfo.getInfo')
  const lists = Array.from(commandLine.matchAll(/--disable-features=(\S*)/g), ([, list = '']) => list.split(','))
  assert.equal(lists.length, 2, commandLine)
  const [ofPlaywright = [], used = []] = lists
  assert.deepEqual(
    ofPlaywright.filter((feature) => !used.includes(feature)),
    [],
  )
})
