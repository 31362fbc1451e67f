import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toVisibleText } from '@/tools/crawl/visible-text'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { startSite } from './site'

const title = 'What does `pass` do, is it *fast*, and why $O(n^2)$?'
const words = 'What does pass do, is it fast, and why O(n²)?'
const body = `> [!TIP]
>
> The *period* is \`T\`: $T = 2\\pi\\sqrt{\\frac{l}{g}}$, see [this](https://example.org/a) &amp; more[^1].

- [x] done

[^1]: A note.
`

const library = new TemporaryLibrary({
  'law/pass.md': toQuestionFile(title, {}, body),
  'law/other.md': toQuestionFile('Other?', { related_article1: { url: '/learn/law/questions/pass' } }),
  'law/plain.md': toQuestionFile('What are 2*3*4, snake_case and C# & <b>*nix</b>?'),
})
const site = await startSite(library.contentDir)
const get = async (path: string) => (await fetch(`${site.url}${path}`)).text()
const find = (html: string, pattern: RegExp) => pattern.exec(html)?.[1] ?? ''

test('a title has code, emphasis and formulas in the heading, and is plain text in the head', async () => {
  const html = await get('/learn/law/questions/pass')
  const heading = find(html, /<h1[^>]*>(.*?)<\/h1>/s)
  assert.match(
    heading,
    /<code translate="no">pass<\/code> do, is it <em>fast<\/em>, and why <span class="katex" translate="no">/,
  )
  assert.doesNotMatch(toVisibleText(heading), /[`$*]/)
  assert.match(html, /KaTeX_Main-Regular[^"]*\.woff2/)
  assert.ok(find(html, /<title>(.*?)<\/title>/).startsWith(words))
  assert.equal(find(html, /property="og:title" content="([^"]*)"/), words)
  assert.ok(html.includes(`"headline":"${words}"`))
  assert.equal(
    find(html, /name="description" content="([^"]*)"/),
    'The period is T: T = 2π√(l/g), see this &amp; more. done A note.',
  )
})

test('lists, sidebars and results show code and emphasis; feeds and the search API have plain text', async () => {
  const set = 'What does <code translate="no">pass</code> do, is it <em>fast</em>, and why O(n²)?'
  for (const path of ['/learn/law', '/learn/law/a-z', '/learn/law/questions/other', '/search?q=pass']) {
    assert.ok((await get(path)).includes(set), path)
  }
  assert.ok((await get('/feed.xml')).includes(`<title>${words}</title>`))
  assert.equal(JSON.parse(await get('/api/search?q=pass')).results[0].title, words)
})

test('special characters in a title are kept, and are not treated as HTML', async () => {
  const html = await get('/learn/law/questions/plain')
  assert.equal(find(html, /<h1[^>]*>(.*?)<\/h1>/s), 'What are 2*3*4, snake_case and C# &amp; &lt;b&gt;*nix&lt;/b&gt;?')
})
