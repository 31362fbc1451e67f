import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toPlainText } from '@/lib/answer/plain-text'
import { toShownSource } from '@/lib/answer/pool/shown-source'
import { renderAnswer } from '@/lib/answer/render'
import { toSearchText } from '@/lib/answer/search-text'
import { toMarkdown } from '@/lib/answer/to-markdown'
import type { AnswerSource } from '@/lib/core/answer-source'
import { simplify } from './simplify'

const comments: [name: string, text: string, html: string][] = [
  ['alone', '<!-- secret -->\n\nA.\n\n<!--- secret\nover two\n\nlines --->\n\nB.', '<p>A.</p>\n<p>B.</p>'],
  ['in a line', 'A <!-- secret --> b.', '<p>A  b.</p>'],
  ['over several lines, within a paragraph', 'A <!-- secret\n\n- x\n--> b.', '<p>A  b.</p>'],
  ['between two lines', 'A\n<!-- secret -->\nB', '<p>A</p>\n<p>B</p>'],
  ['after a heading', '## A <!-- secret -->\n\nB', '<h2 id="a"><a href="#a">A</a></h2>\n<p>B</p>'],
  ['in a list', '- a <!-- secret -->\n- b\n  <!-- secret -->\n- c', '<ul>\n<li>a</li>\n<li>b</li>\n<li>c</li>\n</ul>'],
  ['between two lists', '- a\n\n<!-- secret -->\n\n- b', '<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>'],
  ['in a quote', '> a\n> <!-- secret\n> b -->\n> c', '<blockquote>\n<p>a</p>\n<p>c</p>\n</blockquote>'],
  [
    'with a formula, a fence and a program',
    '<!-- secret $x ` ```\n~~~\n-->\n\n$x$ `<!-- b -->`',
    '<p>⟦x⟧ <code>&#x3C;!-- b --></code></p>',
  ],
  ['in a fence', '```html\n<!-- b -->\n```', '[HTML]<pre>&#x3C;!-- b --></pre>'],
  ['in indented code', 'A\n\n    <!-- b -->', '<p>A</p>\n[Text]<pre>&#x3C;!-- b --></pre>'],
  ['that is not closed', 'A <!-- b', '<p>A &#x3C;!-- b</p>'],
  ['escaped', '\\<!-- b -->', '<p>&#x3C;!-- b --></p>'],
  ['several in a line', '<!-- secret --> <!-- secret -->  A <!----> b', '<p>A  b</p>'],
]

for (const [name, text, html] of comments) {
  test(`a comment ${name}`, async () => {
    const source: AnswerSource = { text, breaks: 'real' }
    const literal: AnswerSource = { text: text.replaceAll('\n', '\\n'), breaks: 'literal' }
    assert.equal(
      simplify((await renderAnswer(source)).html)
        .replace(/\n{2,}/g, '\n')
        .trim(),
      html,
    )
    for (const some of [source, literal]) {
      const shown = [
        toPlainText(some),
        toMarkdown(some),
        toSearchText(some),
        toShownSource(some).html,
        (await renderAnswer(some)).html,
      ]
      for (const part of shown) assert.doesNotMatch(part, /secret/)
      if (name === 'in a fence') for (const part of shown) assert.match(part, /!--.* b --/)
    }
  })
}

check([
  ['a line break', 'A<br>b<br/>c<BR />d', '<p>A<br>\nb<br>\nc<br>\nd</p>'],
  ['a line break in a cell', '| a |\n| - |\n| b<br>c |', /<td>b<br>\nc<\/td>/],
  [
    'subscripts and superscripts',
    'H<sub>2</sub>O, x<sup>*n*</sup>, m<sup>$2$</sup>',
    '<p>H<sub>2</sub>O, x<sup><em>n</em></sup>, m<sup>⟦2⟧</sup></p>',
  ],
  ['keys', '<kbd>Ctrl</kbd>+<kbd>C</kbd>', '<p><kbd>Ctrl</kbd>+<kbd>C</kbd></p>'],
  ['a tag without a partner', 'a <sub>b *c</sub>* d</sup>', '<p>a &#x3C;sub>b <em>c&#x3C;/sub></em> d&#x3C;/sup></p>'],
  ['overlapping tags', 'a <sub>b <sup>c</sub> d</sup>', '<p>a <sub>b &#x3C;sup>c</sub> d&#x3C;/sup></p>'],
  [
    'attributes',
    '<sub onclick="a()">b</sub> <br class="c">',
    '<p>&#x3C;sub onclick="a()">b&#x3C;/sub> &#x3C;br class="c"></p>',
  ],
  [
    'other tags',
    '<b>a</b> <iostream> vector<int> <script>b()</script>',
    '<p>&#x3C;b>a&#x3C;/b> &#x3C;iostream> vector&#x3C;int> &#x3C;script>b()&#x3C;/script></p>',
  ],
  ['in code', '`<sub>` \\<br>', '<p><code>&#x3C;sub></code> &#x3C;br></p>'],
  [
    'a fold',
    '<details>\n<summary>The *answer* $x$</summary>\n\nIt is **b**.\n\n- c\n\n</details>\n\nD',
    '<details><summary>The <em>answer</em> ⟦x⟧</summary><p>It is <strong>b</strong>.</p><ul>\n<li>c</li>\n</ul></details>\n<p>D</p>',
  ],
  [
    'a fold without empty lines',
    'A\n<details><summary>B</summary>\nc\n- d\n</details>\nE',
    '<p>A</p>\n<details><summary>B</summary><p>c</p><ul>\n<li>d</li>\n</ul></details>\n<p>E</p>',
  ],
  ['a fold in one line', '<details><summary>A</summary>b</details>', '<details><summary>A</summary><p>b</p></details>'],
  [
    'a summary over several lines',
    '<details>\n<summary>\nA\n</summary>\nb\n</details>',
    '<details><summary>A</summary><p>b</p></details>',
  ],
  [
    'a fold in a fold',
    '<details>\n<summary>A</summary>\n\n<details>\n<summary>B</summary>\n\nc\n</details>\n</details>',
    '<details><summary>A</summary><details><summary>B</summary><p>c</p></details></details>',
  ],
  [
    'a fold in a list',
    '- a\n\n  <details>\n  <summary>B</summary>\n\n  c\n\n  </details>\n- d',
    /<details><summary>B<\/summary><p>c<\/p><\/details>\n<\/li>/,
  ],
  [
    'summaries that are not the first of a fold',
    '<details>\na\n<summary>B</summary>\n<summary>C</summary>\n</details>\n\n<summary>*D*</summary>',
    '<details><summary>B</summary><p>a</p><p>C</p></details>\n<p><em>D</em></p>',
  ],
  [
    'a fold with a program',
    '<details>\n<summary>A</summary>\n\n```c\nint a;\n```\n\n</details>',
    '<details><summary>A</summary>[C]<pre>int a;</pre></details>',
  ],
  [
    'a fold that is not closed',
    '<details>\n\nA\n\n- </details>',
    '<p>&#x3C;details></p>\n<p>A</p>\n<ul>\n<li>&#x3C;/details></li>\n</ul>',
  ],
  ['a fold in a heading', '## <details>A</details>', /&#x3C;details>A&#x3C;\/details>/],
  ['a fold in a word', 'a *<details>b</details>*', '<p>a <em>&#x3C;details>b&#x3C;/details></em></p>'],
])

function check(cases: [name: string, text: string, html: string | RegExp][]) {
  for (const [name, text, html] of cases) {
    test(`tags: ${name}`, async () => {
      const real = simplify((await renderAnswer({ text, breaks: 'real' })).html)
      if (typeof html === 'string') assert.equal(real, html)
      else assert.match(real, html)
      const literal = simplify((await renderAnswer({ text: text.replaceAll('\n', '\\n'), breaks: 'literal' })).html)
      assert.equal(literal, real)
    })
  }
}

test('texts for search and excerpts have no tags', () => {
  const source: AnswerSource = { text: 'H<sub>2</sub>O<br>is <iostream>', breaks: 'real' }
  assert.equal(toPlainText(source), 'H₂O is <iostream>')
  assert.equal(toSearchText(source), 'H2O is <iostream>')
})

test('thousands of tags and comments take bounded time', () => {
  for (const part of [
    '<sub>',
    '</sub>',
    '<sub>a</sup>',
    '<details>\n',
    '</details>\n',
    '<!--',
    '-->',
    '<!---->',
    '<!-- a -->\n',
  ]) {
    const text = part.repeat(60_000 / part.length)
    for (const read of [toPlainText, toSearchText, toMarkdown]) read({ text, breaks: 'real' })
  }
})

test('a line that begins with a tag and is underlined is a heading', async () => {
  const { html } = await renderAnswer({ text: '</details>Words\n---\nMore', breaks: 'real' })
  assert.match(html, /^<h2 [^>]*><a [^>]*>&#x3C;\/details>Words<\/a><\/h2>\n<p>More<\/p>$/)
})
