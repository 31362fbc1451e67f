import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Request } from 'playwright-core'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { listFaults } from './axe'
import { desktop, launchBrowser, openPage, phone, screens, settle, showOn, typeSearch } from './browser'
import { recordShifts } from './shifts'
import { startSite } from './site'

/** More questions on one topic than a page of results shows, and a few on others. */
const library = new TemporaryLibrary({
  ...Object.fromEntries(
    Array.from({ length: 24 }, (_, index) => [
      `biology/leaf-${index}.md`,
      toQuestionFile(
        `What does leaf ${index} show about photosynthesis?`,
        {},
        'A leaf turns light into sugar. <b>Bold</b>',
      ),
    ]),
  ),
  'chemistry/light.md': toQuestionFile('Why does photosynthesis need light?', {}, 'Light splits water molecules.'),
  'computer-science/vector.md': toQuestionFile('When does a C++ vector move?', {}, 'When it grows beyond its room.'),
})
// Searches are charged by the clock, so they cost more while other tests are busy.
const site = await startSite(library.contentDir)
const browser = await launchBrowser()

const ask = async (query: string, url = site.url, headers: Record<string, string> = {}) => {
  const response = await fetch(`${url}/api/search?${query}`, { headers })
  return { response, answer: await response.json() }
}

const search = (text: string) => ask(new URLSearchParams({ q: text }).toString())

describe('the API', () => {
  test('returns a page of results, highlighted and escaped', async () => {
    const { response, answer } = await search('leaf photosynthesis')
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('x-robots-tag'), 'noindex')
    assert.match(response.headers.get('cache-control') ?? '', /max-age=60/)
    const { results, tookMs, ...counts } = answer
    const words = ['leaf', 'photosynthesis']
    const expected = {
      query: 'leaf photosynthesis',
      corrected: null,
      words,
      total: 24,
      capped: false,
      more: 0,
      missing: [],
      page: 1,
      pageSize: 10,
      subjects: [],
      topics: [],
    }
    assert.deepEqual(counts, expected)
    assert.equal(typeof tookMs, 'number')
    assert.equal(results.length, 10)
    assert.deepEqual(Object.keys(results[0]), ['title', 'url', 'subject', 'excerpt'])
    assert.match(results[0].url, /^\/learn\/biology\/questions\/leaf-\d+$/)
    assert.equal(results[0].excerpt, 'A <mark>leaf</mark> turns light into sugar. &lt;b&gt;Bold&lt;/b&gt;')
  })

  test('corrects misspelt words, says so, and takes quoted words as typed', async () => {
    const { answer } = await search('why light photosinthesys')
    assert.equal(answer.corrected, 'why light photosynthesis')
    assert.equal(answer.results[0].url, '/learn/chemistry/questions/light')
    assert.equal((await search('"photosinthesys"')).answer.total, 0)
  })

  test('offers the subject whose name is the query, however few questions it has', async () => {
    const expected = [{ title: 'Computer science', url: '/learn/computer-science', questions: 1 }]
    for (const text of ['computer science', 'comp', 'computer sceince']) {
      assert.deepEqual((await search(text)).answer.subjects, expected, text)
    }
  })

  test('pages do not overlap, and end', async () => {
    const pages = await Promise.all([1, 2, 3, 4].map((page) => ask(`q=leaf+photosynthesis&page=${page}`)))
    const urls = pages.map(({ answer }) => answer.results.map(({ url }: { url: string }) => url))
    assert.deepEqual(
      urls.map(({ length }) => length),
      [10, 10, 4, 0],
    )
    assert.equal(new Set(urls.flat()).size, 24)
  })

  test('searches within one subject', async () => {
    const byParameter = await ask('q=photosynthesis&subject=chemistry')
    assert.deepEqual(
      byParameter.answer.results.map(({ url }: { url: string }) => url),
      ['/learn/chemistry/questions/light'],
    )
    assert.deepEqual((await search('subject:chem photosynthesis')).answer.results, byParameter.answer.results)
  })

  for (const [query, sentence] of [
    ['', 'Say what to search for, as in ?q=photosynthesis.'],
    [`q=${'a'.repeat(1_501)}`, '“q” has 1501 characters; it may have up to 1500.'],
    ['q=leaf&more=2', '“more” must be 1, which adds questions that have some of the words.'],
    ['q=leaf&page=0', '“page” must be a whole number from 1 to 30.'],
    ['q=leaf&page=x', '“page” must be a whole number from 1 to 30.'],
    ['q=leaf&page=31', '“page” must be a whole number from 1 to 30.'],
    ['q=leaf&subject=alchemy', 'There is no subject "alchemy". Subjects are named as in the addresses below /learn.'],
  ] as const) {
    test(`${query.slice(0, 30)} is refused with a sentence`, async () => {
      const { response, answer } = await ask(query)
      assert.equal(response.status, 400)
      assert.deepEqual(answer, { error: sentence })
    })
  }

  for (const text of [
    '"',
    '""',
    '"leaf',
    'leaf"',
    "'; DROP TABLE question; --",
    'AND',
    'leaf AND',
    'NEAR(leaf light)',
    'title:leaf',
    'leaf*',
    '*',
    '^leaf',
    '-leaf',
    'leaf + light',
    '{title} : leaf',
    'leaf OR light NOT',
    '🍃',
    'leaf 🍃',
    '\0',
    'leaf\0light',
    String.raw`\frac{1}{2}`,
    '%',
    '((((',
    'subject:',
    'subject:""',
    'subject:"',
    'ａｂｃ',
    '葉',
    'ﷺ',
    '\u202eleaf',
    '\ud800',
    'O(n log n)',
    'a '.repeat(99),
  ]) {
    test(`${JSON.stringify(text).slice(0, 40)} is answered`, async () => {
      const { response, answer } = await search(text)
      assert.equal(response.status, 200)
      assert.ok(answer.total >= 0)
      if (/leaf/.test(text)) assert.ok(answer.total > 0, 'the known word is found')
      assert.equal((await fetch(`${site.url}/search?${new URLSearchParams({ q: text })}`)).status, 200)
    })
  }

  test('pasted homework is answered by the API and the page, in any script', async () => {
    const task =
      'Look at the plant on the windowsill. A leaf does photosynthesis: say what a leaf shows about photosynthesis. '
    const asked = `${task}${'Hand in your work on paper, with your name, before the bell. '.repeat(14)}`
    assert.ok(asked.length > 900)
    const { response, answer } = await search(asked)
    assert.equal(response.status, 200)
    assert.match(answer.results[0].url, /^\/learn\/biology\/questions\/leaf-/)
    const q = `leaf ${'葉'.repeat(1_490)}`
    assert.equal((await fetch(`${site.url}/search?${new URLSearchParams({ q })}`)).status, 200)
  })

  test('missing words are named, and questions with some of the words can be requested', async () => {
    const { answer } = await search('photosynthesis light water qqxxzz')
    assert.deepEqual(answer.missing, ['qqxxzz'])
    const all = (await ask('q=photosynthesis+light+water+qqxxzz&more=1')).answer
    assert.equal(all.total, answer.total + answer.more)
    assert.equal(all.more, 0)
  })

  test('where nothing has a phrase, the page can be searched without quotes, with or without results', async () => {
    for (const text of ['"leaf of photosynthesis qqxxzz"', 'leaf "of photosynthesis qqxxzz"']) {
      const page = await (await fetch(`${site.url}/search?${new URLSearchParams({ q: text })}`)).text()
      const link = page.match(/<a href="([^"]*)"[^>]*>Search without quotes/)?.[1] ?? ''
      assert.equal(new URL(link, site.url).searchParams.get('q'), text.replaceAll('"', ''))
    }
    const other = await fetch(`${site.url}/search?${new URLSearchParams({ q: 'leaf 5" qqxxzz' })}`)
    assert.doesNotMatch(await other.text(), /without quotes/, 'one alone does not quote anything')
  })

  test('10,000 characters: the API answers with a sentence, the page with a page', async () => {
    const q = 'leaf '.repeat(2_000)
    assert.equal((await search(q)).response.status, 400)
    const response = await fetch(`${site.url}/search?${new URLSearchParams({ q })}`)
    assert.equal(response.status, 200)
    assert.match(await response.text(), /photosynthesis/)
  })
})

describe('too many searches', () => {
  test('are refused with 429 and the time to wait, whatever X-Forwarded-For says', async () => {
    const hasty = await startSite(library.contentDir, { SEARCHES_PER_MINUTE: '3' })
    let logged = ''
    hasty.server.stdout?.on('data', (data) => {
      logged += data
    })
    const from = (address: string) => ask('q=leaf', hasty.url, { 'x-forwarded-for': address })
    const statuses = []
    for (const address of ['1.1.1.1', '2.2.2.2', '3.3.3.3', '4.4.4.4'])
      statuses.push((await from(address)).response.status)
    assert.deepEqual(statuses, [200, 200, 200, 429])
    const { response, answer } = await from('5.5.5.5')
    const wait = Number(response.headers.get('retry-after'))
    assert.ok(wait >= 1 && wait <= 60)
    assert.equal(answer.error, `Too many searches came from your address. Please try again in ${wait} seconds.`)
    const page = await fetch(`${hasty.url}/search?q=leaf`)
    assert.equal(page.status, 429)
    assert.match(await page.text(), /<h1>Too many searches<\/h1>/)
    assert.equal((await fetch(`${hasty.url}/%73earch?q=leaf`)).status, 429)
    const round = request(hasty.url, { method: 'POST', path: '/api/../search?q=leaf' }).end()
    assert.equal(((await once(round, 'response')) as [IncomingMessage])[0].statusCode, 429)
    assert.equal((await fetch(`${hasty.url}/learn/biology`)).status, 200)
    assert.equal(logged.match(/set TRUSTED_PROXIES/g)?.length, 1, 'the operator is warned once')
  })

  test('are counted per visitor behind a trusted proxy', async () => {
    const behind = await startSite(library.contentDir, { SEARCHES_PER_MINUTE: '1', TRUSTED_PROXIES: '1' })
    const from = async (address: string) =>
      (await ask('q=leaf', behind.url, { 'x-forwarded-for': address })).response.status
    assert.deepEqual(
      [await from('9.9.9.9, 1.1.1.1'), await from('9.9.9.9, 2.2.2.2'), await from('8.8.8.8, 1.1.1.1')],
      [200, 200, 429],
    )
    assert.deepEqual(
      [await from('2001:db8::1'), await from('2001:db8::2'), await from('2001:db8:1::1')],
      [200, 429, 200],
    )
    assert.deepEqual(
      [await from('3.3.3.3:4711'), await from('3.3.3.3:4712'), await from('[2001:db8:2::1]:4711')],
      [200, 429, 200],
    )
    assert.equal(await from('2001:db8:2::1'), 429)
  })

  test('do not affect other visitors: which addresses share a counter cannot be guessed', async () => {
    const toCount = (address: string) => createHash('sha256').update(address).digest().readUInt32LE(0) % 65_536
    const victim = '192.0.2.1'
    let number = 0
    const next = () => `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`
    while (toCount(next()) !== toCount(victim)) number += 1
    const behind = await startSite(library.contentDir, { SEARCHES_PER_MINUTE: '1', TRUSTED_PROXIES: '1' })
    for (const address of [next(), victim]) {
      assert.equal((await ask('q=leaf', behind.url, { 'x-forwarded-for': address })).response.status, 200)
    }
  })
})

describe('the page', () => {
  test('works without JavaScript: form, filter, pages, “search instead for”', async () => {
    const { page, close } = await openPage(browser, site.url, { javaScriptEnabled: false, viewport: phone })
    await page.getByRole('searchbox', { name: 'Search questions' }).fill('photosinthesis')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?q=photosinthesis')
    assert.equal(await page.getByText('25 questions').count(), 1)
    assert.equal(await page.getByText('Searched for photosynthesis').count(), 1)
    await page.getByRole('link', { name: 'Page 3' }).click()
    assert.equal(await page.locator('[aria-labelledby="page:results"] > ol > li').count(), 5)
    await page.getByRole('link', { name: 'Chemistry 1' }).click()
    assert.equal(await page.locator('[aria-labelledby="page:results"] > ol > li').count(), 1)
    assert.equal(new URL(page.url()).search, '?q=photosinthesis&subject=chemistry')
    await page.getByRole('link', { name: 'photosinthesis', exact: true }).click()
    assert.equal(await page.getByText('No questions found in Chemistry').count(), 1)
    assert.equal(await page.getByRole('link', { name: 'Search all subjects' }).count(), 1)
    await close()
  })

  test('a page beyond the last says how many there are, and links to the last', async () => {
    const { page, close } = await openPage(browser, `${site.url}/search?q=leaf+photosynthesis&page=9`)
    await page.getByText('There are only 3 pages: see the last one.').waitFor()
    assert.equal(await page.getByText(/fewer words|page 9 of/).count(), 0)
    assert.deepEqual(await listFaults(page), [])
    await page.getByRole('link', { name: 'see the last one' }).click()
    await page.getByText('24 questions, page 3 of 3').waitFor()
    await page.goto(`${site.url}/search?q=vector&page=2`)
    await page.getByText('There is only one page: see it.').waitFor()
    await close()
  })

  test('stays out of search engines, and crawlers follow only its links to questions', async () => {
    const response = await fetch(`${site.url}/search?q=photosynthesis`)
    const html = await response.text()
    assert.match(html, /<meta name="robots" content="noindex, follow"\/>/)
    assert.match(response.headers.get('content-security-policy') ?? '', /script-src 'self'( 'sha256-[\w+/]{43}=')+/)
    const links = [...html.matchAll(/<a [^>]*href="\/search[^>]*>/g)]
    assert.ok(links.length > 2)
    for (const [link] of links) assert.match(link, /rel="(?:\w+ )?nofollow"/)
    const home = await (await fetch(site.url)).text()
    assert.doesNotMatch(home, /<a [^>]*href="\/search/)
  })

  for (const path of ['/search?q=fotosynthesis', '/search?q=xyzzy', '/search']) {
    test(`${path}: no axe violations, no browser errors`, async () => {
      const { page, complaints, close } = await openPage(browser, site.url + path)
      for (const screen of screens) {
        await showOn(page, screen)
        assert.deepEqual(await listFaults(page), [], screen.name)
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        assert.ok(width <= screen.viewport.width, `${width} px, ${screen.name}`)
      }
      assert.deepEqual(complaints, [])
      await close()
    })
  }
})

test('the chosen filter is legible in forced colours', async () => {
  const { page, close } = await openPage(browser, `${site.url}/search?q=photosynthesis&subject=chemistry`, {
    forcedColors: 'active',
  })
  const chosen = page.getByRole('link', { name: 'Chemistry 1' })
  const look = await chosen.evaluate((link) => {
    const { color, backgroundColor, forcedColorAdjust } = getComputedStyle(link)
    return { color, backgroundColor, forcedColorAdjust }
  })
  assert.equal(look.forcedColorAdjust, 'none', 'the page’s background is not painted behind its letters')
  assert.notEqual(look.color, look.backgroundColor)
  const other = await page
    .getByRole('link', { name: 'Biology 24' })
    .evaluate((link) => getComputedStyle(link).backgroundColor)
  assert.notEqual(look.backgroundColor, other)
  await close()
})

test('the bar of found words covers nothing, and the copied link does not include them', async () => {
  const address = `${site.url}/learn/chemistry/questions/light`
  const { page, close } = await openPage(browser, `${address}#find=light+lightae`, {
    viewport: phone,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const bar = page.locator('.found-words')
  await bar.waitFor()
  assert.equal(await bar.locator('b').textContent(), 'light', 'a form that the page does not have is not named')
  const [above, below] = [await bar.boundingBox(), await page.locator('article').boundingBox()]
  assert.ok(above && below && above.y + above.height <= below.y)
  assert.equal(await bar.evaluate((element) => getComputedStyle(element).position), 'static')
  await page.getByRole('button', { name: 'Copy link' }).click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  assert.equal(copied, await page.locator('link[rel=canonical]').getAttribute('href'))
  assert.doesNotMatch(copied, /find|#/)
  await page.getByRole('button', { name: 'Turn off highlights' }).click()
  assert.equal(await bar.isVisible(), false)
  await close()
})

describe('the bar of found words shifts nothing when it appears', () => {
  const address = `${site.url}/learn/chemistry/questions/light`
  for (const viewport of [phone, desktop])
    for (const words of [
      'light',
      'photosynthesis+light+and+many+more+words+than+any+bar+of+one+line+has+room+for',
      'zebra',
    ])
      test(`${viewport.width} px, ${words}`, async () => {
        const page = await browser.newPage({ viewport })
        const listShifts = await recordShifts(page)
        // Scripts arrive late, after the page was painted.
        await page.route('**/*found-words*.js', async (route) => {
          await sleep(300)
          await route.continue()
        })
        await page.goto(`${address}#find=${words}`)
        await page.waitForFunction(() => CSS.highlights.has('found'))
        await settle(page)
        const bar = page.locator('.found-words')
        assert.equal(await bar.isVisible(), words !== 'zebra')
        const high = await bar.evaluate((element) => element.clientHeight)
        assert.equal(high, 60, 'the same height for all words')
        assert.deepEqual(await listShifts(), [])
        await page.close()
      })

  test('it appears for words in a new fragment of the same page, and disappears with them', async () => {
    const { page, close } = await openPage(browser, address, { viewport: phone })
    const bar = page.locator('.found-words')
    assert.equal(await bar.isVisible(), false)
    await page.evaluate(() => {
      location.hash = '#find=light'
    })
    await bar.waitFor()
    await page.emulateMedia({ media: 'print' })
    assert.equal(await bar.isVisible(), false)
    await page.emulateMedia({ media: 'screen' })
    await page.goBack()
    await bar.waitFor({ state: 'hidden' })
    assert.equal(await page.evaluate(() => CSS.highlights.has('found')), false)
    assert.equal(await bar.evaluate((element) => getComputedStyle(element).display), 'none')
    await close()
  })
})

describe('the field in the header', () => {
  const question = '/learn/chemistry/questions/light'

  test('by keyboard alone: open, choose, read, turn highlights off, find the search again', async () => {
    const { page, complaints, close } = await openPage(browser, `${site.url}/learn/biology`, { viewport: desktop })
    await page.keyboard.press('/')
    const field = page.getByRole('combobox', { name: 'Search questions' })
    await field.waitFor()
    assert.equal(await field.evaluate((element) => element === document.activeElement), true)
    await typeSearch(page, 'light need')
    const options = page.getByRole('option')
    assert.equal(await field.getAttribute('aria-expanded'), 'true')
    assert.match((await page.locator('search-field [role=status]').textContent()) ?? '', /question.* found/)
    assert.deepEqual(await listFaults(page), [])

    await page.keyboard.press('ArrowUp')
    assert.match(
      (await page.locator('[role=listbox] [aria-selected=true]').textContent()) ?? '',
      /^All results for “light need”/,
    )
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const active = page.locator('[role=listbox] [aria-selected=true]')
    assert.equal(await active.getAttribute('id'), await field.getAttribute('aria-activedescendant'))
    assert.match((await active.textContent()) ?? '', /Why does photosynthesis need light\?/)
    await page.keyboard.press('Escape')
    assert.equal(await field.getAttribute('aria-expanded'), 'false')
    assert.equal(await field.inputValue(), 'light need')
    await page.keyboard.press('ArrowDown')
    await options.first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${question}#find=*`)

    const off = page.getByRole('button', { name: 'Turn off highlights' })
    await off.waitFor()
    assert.equal(await page.evaluate(() => CSS.highlights.get('found')?.size), 3)
    assert.deepEqual(await listFaults(page), [])
    await off.press('Enter')
    assert.equal(await page.evaluate(() => CSS.highlights.has('found')), false)
    assert.equal(page.url(), site.url + question)

    await page.keyboard.press('Control+k')
    await page.keyboard.type('lig')
    await page.getByRole('option', { name: 'light need Searched before' }).waitFor()
    assert.match(await page.getByRole('option').first().innerText(), /^light need/)
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await page.getByRole('option', { name: 'light need' }).waitFor()
    await page.getByRole('option', { name: 'Forget these searches' }).click()
    assert.equal(await page.evaluate(() => localStorage.getItem('recent-searches')), '[]')
    assert.deepEqual(complaints, [])
    await close()
  })

  test('a search within a subject stays there as the visitor types', async () => {
    const { page, close } = await openPage(browser, `${site.url}/search?q=photosynthesis&subject=chemistry`)
    const field = page.getByRole('main').getByLabel('Search questions')
    await field.click()
    await field.fill('photosynthesis')
    const all = page.locator('.search-popup a[role=option]').last()
    await all.waitFor()
    assert.equal(await all.getAttribute('href'), '/search?q=photosynthesis&subject=chemistry')
    assert.deepEqual(await page.locator('.search-popup small').allTextContents(), ['Chemistry'])
    await close()
  })

  test('an overtaken answer never replaces a newer one', async () => {
    const { page, close } = await openPage(browser, `${site.url}/learn/chemistry`, { viewport: phone })
    const asked: string[] = []
    let letGo = () => {}
    const overtaken = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const isFirst = (request: Request) => request.url().endsWith('q=leaf')
    const over = Promise.race([
      page.waitForEvent('requestfinished', isFirst),
      page.waitForEvent('requestfailed', isFirst),
    ])
    await page.route('**/api/search?*', async (route) => {
      const text = new URL(route.request().url()).searchParams.get('q') ?? ''
      asked.push(text)
      if (text === 'leaf') await overtaken
      await route.continue().catch(() => {})
    })
    const field = page.getByLabel('Search questions')
    await field.click()
    const first = page.waitForRequest(isFirst)
    await field.fill('leaf')
    await first
    await field.fill('vector')
    await page.getByRole('option', { name: 'When does a C++ vector move?' }).waitFor()
    letGo()
    await over
    await settle(page)
    assert.equal(await page.getByRole('option', { name: /leaf/ }).count(), 0)
    assert.deepEqual(asked, ['leaf', 'vector'])
    await close()
  })

  test('the active option stays active when a newer answer arrives, until the visitor types on', async () => {
    const { page, close } = await openPage(browser, `${site.url}/about`, { viewport: desktop })
    const field = page.getByLabel('Search questions')
    await field.click()
    await typeSearch(page, 'light')
    const active = page.locator('[role=listbox] [aria-selected=true]')
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await page.route('**/api/search?*', async (route) => {
      await held
      await route.continue()
    })
    const asked = page.waitForRequest((request) => request.url().endsWith('q=light+need'))
    await page.keyboard.type(' need')
    await asked
    await page.keyboard.press('ArrowDown')
    const chosen = await active.locator('b').textContent()
    letGo()
    await page.getByRole('option', { name: 'All results for “light need”' }).waitFor()
    assert.equal(await active.locator('b').textContent(), chosen)
    assert.equal(await active.getAttribute('id'), await field.getAttribute('aria-activedescendant'))
    await page.keyboard.type('e')
    assert.equal(await active.count(), 0)
    assert.equal(await field.getAttribute('aria-activedescendant'), null)
    await close()
  })

  test('a subject named in the query is the first option, and Enter goes to it', async () => {
    const { page, close } = await openPage(browser, `${site.url}/about`, { viewport: desktop })
    await page.getByRole('searchbox').or(page.getByRole('combobox')).first().pressSequentially('computer sc')
    const first = page.getByRole('option').first()
    await first.waitFor()
    assert.equal(await first.innerText(), 'Computer science\nSubject')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/learn/computer-science')
    await close()
  })

  test('the results page offers a subject named in the query above all results', async () => {
    const html = await (await fetch(`${site.url}/search?q=chemistry`)).text()
    const at = html.indexOf('aria-label="Subjects with this name"')
    assert.ok(at > 0 && at < html.indexOf('role="status"'))
    assert.match(html.slice(at), /^[^§]*?href="\/learn\/chemistry"/)
  })

  test('the popup shifts nothing, and is loaded when the field is first used', async () => {
    const { page, close } = await openPage(browser, `${site.url}/learn/biology`, { viewport: phone })
    const scripts = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => name.endsWith('.js')),
      )
    const before = await scripts()
    const top = () => page.locator('main').evaluate((main) => main.getBoundingClientRect().top)
    const place = await top()
    await page.getByLabel('Search questions').click()
    await page.keyboard.type('leaf')
    await page.getByRole('option').first().waitFor()
    assert.equal(await top(), place)
    const loaded = (await scripts()).filter((name) => !before.includes(name))
    assert.ok(loaded.length > 0)
    const sizes = await Promise.all(loaded.map(async (url) => (await (await fetch(url)).arrayBuffer()).byteLength))
    assert.ok(sizes.reduce((sum, size) => sum + size, 0) < 12_000, `${sizes} bytes before compression`)
    await close()
  })
})
