import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toSourceHtml } from '@/lib/answer/source-line'

const toLink = (address: string, words: string) => `<a href="${address}" rel="nofollow noopener">${words}</a>`

const cases: [source: string, html: string][] = [
  ['[Heat](https://example.org/heat)', toLink('https://example.org/heat', 'Heat')],
  [
    'See [*Heat*](https://example.org/a_(b) "Title"), p. 4',
    `See ${toLink('https://example.org/a_(b)', '<em>Heat</em>')}, p. 4`,
  ],
  ['https://example.org/heat', toLink('https://example.org/heat', 'https://example.org/heat')],
  ['Heat, https://example.org/heat.', `Heat, ${toLink('https://example.org/heat', 'https://example.org/heat')}.`],
  ['<https://example.org/?a=1&b=2>', toLink('https://example.org/?a=1&amp;b=2', 'https://example.org/?a=1&amp;b=2')],
  ['A. Author: *The Book*, 2nd ed., p. 5', 'A. Author: <em>The Book</em>, 2nd ed., p. 5'],
  ['Handbook [3], table 7', 'Handbook [3], table 7'],
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['[Heat](/learn/physics/questions/heat)', '<a href="/learn/physics/questions/heat">Heat</a>'],
  ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
  ['[x](//example.org/)', 'x'],
  ['[x](https://e.org/"onclick=alert(1))', toLink('https://e.org/&quot;onclick=alert(1)', 'x')],
]

for (const [source, html] of cases) test(source, () => assert.equal(toSourceHtml(source), html))

test('a source of a million characters takes bounded time', () => {
  const before = performance.now()
  for (const text of ['[', '[a](', 'https://(', '<https://', '**', '[a](https://e.org/'])
    for (const length of [2_000, 1_000_000]) toSourceHtml(text.repeat(length / text.length))
  assert.ok(performance.now() - before < 2_000)
})
