import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderAnswer } from '@/lib/answer/render'
import { toMarkdown } from '@/lib/answer/to-markdown'
import { AnswerText } from '@/lib/check/question/answer-text'
import { simplify } from './simplify'

const raw = String.raw

/** Where a page cannot show a formula, it shows its source. */
const sources: [name: string, text: string, html: string][] = [
  [
    'the alternative text and the title of an image',
    '![The slope $m$](/images/a.webp "It is $m$ or \\(n\\)")',
    '<p><img src="/images/a.webp" alt="The slope $m$" title="It is $m$ or \\(n\\)" loading="lazy"></p>',
  ],
  ['an image of another site', '![The slope $m$](https://example.org/a.webp)', '<p>The slope $m$</p>'],
  [
    'an image by reference',
    '![The slope $m$][a]\n\n[a]: /images/a.webp "It is $m$"',
    '<p><img src="/images/a.webp" alt="The slope $m$" title="It is $m$" loading="lazy"></p>',
  ],
  ['the title of a link', '[the $x$](/a "It is $x$")', '<p><a href="/a" title="It is $x$">the ⟦x⟧</a></p>'],
  ['a link by reference', '[$x$]\n\n[$x$]: /a', '<p><a href="/a">⟦x⟧</a></p>'],
  [
    'an address',
    '[a](/b\\begin{cases}c\\end{cases})',
    '<p><a href="/b%5Cbegin%7Bcases%7Dc%5Cend%7Bcases%7D">a</a></p>',
  ],
  [
    'an address with dollar signs',
    'See https://example.org/?$top=5&$skip=10 and [it](https://example.org/$metadata?$format=json).',
    '<p>See <a href="https://example.org/?$top=5&#x26;$skip=10" rel="nofollow noopener">https://example.org/?$top=5&#x26;$skip=10</a> and <a href="https://example.org/$metadata?$format=json" rel="nofollow noopener">it</a>.</p>',
  ],
  [
    'an address with brackets',
    raw`[Qt](https://example.org/Qt_\(software\)) and [\[4\]](https://example.org/four)`,
    '<p><a href="https://example.org/Qt_(software)" rel="nofollow noopener">Qt</a> and <a href="https://example.org/four" rel="nofollow noopener">[4]</a></p>',
  ],
  ['a row of amounts', '| a |\n| - |\n| $5 |\n| $x$ |', '<td>$5</td>\n</tr>\n<tr>\n<td>⟦x⟧</td>'],
]

for (const [name, text, html] of sources) {
  test(`the source of a formula in ${name}`, async () => {
    const found = simplify((await renderAnswer({ text, breaks: 'real' })).html)
    assert.ok(found.includes(html), found)
    assert.doesNotMatch(found, /[\uE000\uE001]|%EE%80/)
  })
}

test('as Markdown, a formula in a quote or a list keeps the prefix of its lines', () => {
  for (const text of ['> $$a\n> b$$\n>\n> and $c$', '- one\n  $$a\n  b$$', '1. $$a\n   b$$']) {
    assert.equal(toMarkdown({ text, breaks: 'real' }), text)
  }
})

test('maps offsets in a formula in a quote or a list to the source', () => {
  for (const text of [
    '> A\n>\n> $$\n> a\n>   + \\oops\n> $$',
    '- > \\[\n  >  a\n  > \\oops\n  > \\]',
    '- $$\n  a\n\n  \\oops\n  $$',
  ]) {
    const answer = new AnswerText({ text, breaks: 'real' }, (offset) => offset)
    const [formula] = answer.segments.flatMap((segment) => (segment.kind === 'math' ? [segment.formula] : []))
    assert.ok(formula)
    for (const part of ['a', '\\oops']) {
      assert.equal(answer.toFileInFormula(formula, formula.tex.indexOf(part)), text.indexOf(part))
    }
  }
})

test('maps offsets in a formula in a quote of an older file to the source', () => {
  const text = raw`> A\n> $$\n> \frac{a}{b}\n> + \oops\n> $$`
  const answer = new AnswerText({ text, breaks: 'literal' }, (offset) => offset)
  const [formula] = answer.segments.flatMap((segment) => (segment.kind === 'math' ? [segment.formula] : []))
  assert.equal(formula?.tex, '\\frac{a}{b}\n+ \\oops')
  assert.equal(answer.toFileInFormula(formula, formula.tex.indexOf('\\oops')), text.indexOf('\\oops'))
})
