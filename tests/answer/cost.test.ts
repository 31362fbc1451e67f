import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { parseMarkdown, parseTree } from '@/lib/answer/markdown'
import { toPlainText } from '@/lib/answer/plain-text'
import { listRecallPoints } from '@/lib/answer/recall-points'
import { renderAnswer } from '@/lib/answer/render'
import { scanAnswer } from '@/lib/answer/scan'
import { toSearchText } from '@/lib/answer/search-text'

/** Answers that are small enough to be published, but made to keep a server busy. */
const answers: [name: string, text: string][] = [
  ['many dollar signs', '$ '.repeat(30_000)],
  ['many formulas whose words do not end', '$\\text{$'.repeat(7_000)],
  ['many formulas of words with dollar signs', '$\\text{$}'.repeat(6_000)],
  ['a formula of one long word', `$${'a'.repeat(60_000)}$`],
  ['many backticks and escaped ones', '\\``'.repeat(20_000)],
  ['many addresses and written line breaks', '://\\n'.repeat(12_000)],
  ['a formula of many lines in a deep quote', `${'> '.repeat(10_000)}${'$a\nb$ '.repeat(6_000)}`],
  ['bullets with two spaces between them', `${'-  '.repeat(60)}x`],
  ['numbers with two spaces between them', `${'1.  '.repeat(60)}x`],
  ['many spaces', `a${' '.repeat(60_000)}x`],
  ['many open brackets', '['.repeat(60_000)],
  ['many open links', '[a]('.repeat(15_000)],
  ['many formulas that open and one that ends', `${'\\( '.repeat(20_000)}\n\na\\)`],
  ['many open addresses', ']('.repeat(30_000)],
  ['an address of spaces', `](${' '.repeat(60_000)}x`],
  ['a heading of spaces', `# a${' '.repeat(60_000)}x`],
  ['a table of spaces', `a|b\n${' '.repeat(60_000)}-x`],
  ['many marks', '*a _b ~~c '.repeat(6_000)],
  ['many marks that end', '_*'.repeat(30_000)],
  ['many open tags', '<sub>'.repeat(12_000)],
  ['many open comments', '<!--'.repeat(15_000)],
  ['many footnotes in one', '[^a]: '.repeat(10_000)],
  ['a formula of minus signs', `$$${'-'.repeat(60_000)}$$`],
  ['a formula of open roots', `$$${'\\sqrt['.repeat(9_000)}$$`],
  ['a formula of hats', `$$${'\\hat'.repeat(15_000)}$$`],
]

/** Ends what runs a thousand times longer than it needs: otherwise, an endless search would hang the tests. */
const bounded = <T>(run: () => T) => runInNewContext('run()', { run }, { timeout: 20_000 }) as T

for (const [name, text] of answers) {
  test(`takes bounded time: ${name}`, () => {
    for (const read of [scanAnswer, toPlainText, toSearchText]) {
      for (const breaks of ['real', 'literal'] as const) bounded(() => read({ text, breaks }))
    }
  })
}

test('twenty thousand lists on one line are shown as source, in bounded time', () => {
  assert.equal(
    bounded(() => parseTree(`${'1. '.repeat(20_000)}x`)),
    undefined,
  )
  assert.equal(parseTree('- '.repeat(20_000))?.children[0]?.type, 'thematicBreak')
})

test('points to recall with many spaces take bounded time', () => {
  const spaces = ' '.repeat(200_000)
  const text = `A lever is${spaces}x.\n\n- **Load${spaces}x**: a\n- **Effort**: b`
  const tree = parseMarkdown(scanAnswer({ text, breaks: 'real' }), 'real', () => '')
  assert.equal(bounded(() => listRecallPoints(tree, () => 'x'.concat(spaces, 'x'))).length, 0)
})

test('a delimiter that is never closed is searched for once, not at each opening', () => {
  const search = mock.method(String.prototype, 'indexOf')
  scanAnswer({ text: '\\( \\[ \\begin{cases} '.repeat(1_000), breaks: 'real' })
  const looks = search.mock.callCount()
  mock.restoreAll()
  assert.ok(looks < 100, `${looks} looks`)
})

test('a formula of deeply nested braces shows its source, marked', async () => {
  const { html } = await renderAnswer({ text: `$$${'{'.repeat(15_000)}x${'}'.repeat(15_000)}$$`, breaks: 'real' })
  assert.match(html, /class="tex-error" title="This formula does not compile: Braces are nested too deeply"[^>]*>\{/)
})

test('an answer of deeply nested quotes shows its source', async () => {
  for (const text of [
    `${'> '.repeat(120)}deep`,
    `${'> '.repeat(20_000)}deep`,
    `${'*a '.repeat(2_000)}${'a* '.repeat(2_000)}`,
  ]) {
    const { html } = await renderAnswer({ text, breaks: 'real' })
    assert.match(html, /^<p>(?:(?:> )+deep|(?:\*a )+(?:a\* )+)<\/p>$/)
  }
})

test('five hundred opening marks or brackets in a row are not parsed, unless they are closed', () => {
  for (const open of ['*a ', '_a ', '![', '[']) assert.equal(parseTree(open.repeat(500)), undefined)
  for (const closed of ['*a* ', '_a_ ', '![a](/a) ', '[a] ', '* a\n', 'a_b ']) {
    assert.equal(parseTree(closed.repeat(500))?.type, 'root')
  }
})
