import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderTitle } from '@/lib/answer/draw-title'
import { isMarkedTitle, toPlainLine, toTitleHtml } from '@/lib/answer/title'

/** Titles with marks: their plain text, and their HTML in a list. */
const marked: [title: string, text: string, html: string | undefined][] = [
  [
    'What does `pass` do, is it *fast*, and why $O(1)$?',
    'What does pass do, is it fast, and why O(1)?',
    'What does <code>pass</code> do, is it <em>fast</em>, and why O(1)?',
  ],
  [
    'Is **this** or ***that*** _Hamlet_?',
    'Is this or that Hamlet?',
    'Is <strong>this</strong> or <em><strong>that</strong></em> <em>Hamlet</em>?',
  ],
  ['*a **b*** and **a *b***', 'a b and a b', '<em>a <strong>b</strong></em> and <strong>a <em>b</em></strong>'],
  ['What is `a < b & "c"`?', 'What is a < b & "c"?', 'What is <code>a &lt; b &amp; &quot;c&quot;</code>?'],
  [
    'What is *<script>alert(1)</script>*?',
    'What is <script>alert(1)</script>?',
    'What is <em>&lt;script&gt;alert(1)&lt;/script&gt;</em>?',
  ],
  ['Why is $E = mc^2$ and \\(a \\times b\\)?', 'Why is E = mc² and a × b?', undefined],
  ['What is $a < b$ in `C`?', 'What is a < b in C?', 'What is a &lt; b in <code>C</code>?'],
  ['R&amp;D and R&D, &lt;b&gt;', 'R&D and R&D, <b>', undefined],
  ['Is \\*this\\* plain?', 'Is *this* plain?', undefined],
  ['What is [heat](/learn/physics/questions/what-is-heat)?', 'What is heat?', undefined],
  ['What is `` a`b ``?', 'What is a`b?', 'What is <code>a`b</code>?'],
  ['What is a title\nof two lines?\n', 'What is a title of two lines?', undefined],
]

/** Titles that keep all their characters. */
const plain = [
  'What is 2*3*4?',
  'What is x**2 + y**2, and 5 * 3 * 2?',
  'What is snake_case_name, _private and __init__?',
  'What are *args and **kwargs?',
  'C# and *nix',
  '$5 and $6',
  'Is $500 more than $600, or US$5-US$6?',
  'What are $HOME and $PATH?',
  'What is `unclosed?',
  'What does \\d+\\.\\d+ match, and \\n?',
  'What is a[i][j], f[x](y) and [Draft]?',
  'What is <iostream>, vector<int>, <b>x</b> and <br>?',
  'A & B, AT&T, x < y > z',
  '~~~ what',
  '``` what',
  '# What, - is > this | that?',
  '1. What is first?',
  '[x] done?',
  'What does [^a-z] match, or [[a-z]], [^1] and ![[x.png]]?',
  '****',
  'Is C:\\Users\\x a path?',
]

describe('a title', () => {
  for (const [title, text, html] of marked) {
    test(`is parsed: ${title}`, () => {
      assert.equal(toPlainLine(title), text)
      assert.equal(toTitleHtml(title), html)
    })
  }

  for (const title of plain) {
    test(`keeps its characters: ${title}`, () => {
      assert.equal(toPlainLine(title), title)
      assert.equal(toTitleHtml(title), undefined)
      assert.equal(isMarkedTitle(title), false)
    })
  }

  test('has its formulas drawn on its page, with their fonts', () => {
    const { html, formulaFonts } = renderTitle('Why is `x` $x^2$?')
    assert.match(html, /^Why is <code translate="no">x<\/code> <span class="katex" translate="no">.*<\/span>\?$/)
    assert.ok(formulaFonts.includes('Math-Italic'))
    assert.equal(isMarkedTitle('Why $x^2$?'), true)
  })

  test('shows a formula as text if it does not compile or would cost too much', () => {
    for (const tex of ['\\frac{1}{2', '\\def\\a{x+x}\\a', `x${'+x'.repeat(200)}`, '\\foo']) {
      const { html, formulaFonts } = renderTitle(`Why $${tex}$?`)
      assert.doesNotMatch(html, /</)
      assert.deepEqual(formulaFonts, [])
    }
  })

  test('escapes its author’s HTML', () => {
    const pieces = [
      '<',
      '>',
      '&lt;',
      '"',
      "'",
      '*',
      '**',
      '_',
      '`',
      '$',
      'x',
      ' ',
      '</em>',
      '<img src=x onerror=y>',
      '\\',
      '\\text{<i>}',
      '\\href{javascript:x}{y}',
      '[',
      '](/a)',
      '&#60;',
    ]
    let state = 1
    const next = () => {
      state = (state * 48_271) % 2_147_483_647
      return pieces[state % pieces.length] as string
    }
    for (let round = 0; round < 5_000; round += 1) {
      const title = Array.from({ length: 10 }, next).join('')
      const html = toTitleHtml(title) ?? ''
      const open: string[] = []
      for (const [tag] of html.matchAll(/<[^>]*>/g)) {
        assert.match(tag, /^<\/?(?:code|em|strong)>$/, title)
        if (tag.startsWith('</')) assert.equal(`</${open.pop()}>`, tag, title)
        else open.push(tag.slice(1, -1))
      }
      assert.deepEqual(open, [], title)
      assert.doesNotMatch(renderTitle(title).html, /<img|<i>|<a |<script/, title)
    }
  })
})
