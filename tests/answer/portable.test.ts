import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PortableForm, renderPortable } from '@/lib/answer/portable'

const render = (text: string, formulas: PortableForm['formulas'] = 'tex') =>
  renderPortable({ text, breaks: 'real' }, { formulas, prefix: 'a-' })

const html = async (text: string, formulas?: PortableForm['formulas']) => (await render(text, formulas)).html

test('formulas are TeX for MathJax, or drawn', async () => {
  const text = 'So $a<b$:\n\n$$\nx^2\n$$\n'
  assert.equal(await html(text), '<p>So \\(a&lt;b\\):</p>\n<p>\\[x^2\\]</p>')
  const drawn = await render(text, 'drawn')
  assert.match(drawn.html, /class="katex"/)
  assert.ok(drawn.formulaFonts.includes('Main-Regular'))
})

test('TeX that other programs might run becomes code', async () => {
  for (const tex of [
    '\\href{javascript:alert(1)}{x}',
    '\\require{x}',
    '\\csname href\\endcsname{}',
    '\\htmlClass{a}{b}',
  ]) {
    assert.match(await html(`So $${tex}$ is`), /^<p>So <code>.*<\/code> is<\/p>$/)
  }
  assert.match(await html('So $\\styled$ is'), /\\\(/)
  assert.doesNotMatch(await html('<script>alert(1)</script> [a](javascript:alert)'), /<script|href/)
})

test('programs are not highlighted, pictures become text, checkboxes characters, and URLs absolute', async () => {
  assert.equal(await html('```js\na < b\n```'), '<pre><code>a &#x3C; b\n</code></pre>')
  assert.equal(await html('![A cat](/images/cat.png)'), '<p>A cat</p>')
  assert.match(await html('- [x] yes\n- [ ] no'), /<li>☑ yes<\/li>\n<li>☐ no<\/li>/)
  assert.match(await html('[x](/learn/law)'), /<a href="http:\/\/localhost:3000\/learn\/law">/)
  assert.match(await html('One<br>two'), /One<br \/>\ntwo/)
})

test(']]> is escaped everywhere, as XML requires', async () => {
  const texts = [
    'if a[b[0]]>1',
    '`a[b[0]]>1`',
    '```\na[b[0]]>1\n```',
    '# a]]>b',
    '[a]]>b](/x "]]>")',
    '$a]]>b$',
    '| ]]> |\n| - |',
  ]
  for (const text of texts) {
    for (const formulas of ['tex', 'drawn', 'mathml'] as const) {
      const xml = await html(text, formulas)
      assert.ok(xml.includes(']]&gt;') || text.startsWith('$'), xml)
      assert.ok(!xml.includes(']]>'), xml)
    }
  }
})

test('a callout is a quote with a title, which needs no style sheet', async () => {
  assert.equal(
    await html('> [!TIP]\n> Some *text*.'),
    '<blockquote><p><strong>Tip</strong></p>\n<p>Some <em>text</em>.</p>\n</blockquote>',
  )
})

test('headings are below that of the question, and only footnotes have ids, with the prefix', async () => {
  const text = '## One\n\ntext[^1]\n\n### Two\n\n## Three\n\n[^1]: A note.'
  const answer = await render(text)
  assert.match(answer.html, /<h4>One<\/h4>[\s\S]*<h5>Two<\/h5>[\s\S]*<h4>Three<\/h4>/)
  assert.match(answer.html, /id="a-note:fnref-1" href="#a-note:fn-1"/)
  for (const [, id] of answer.html.matchAll(/ id="([^"]*)"/g)) assert.match(id ?? '', /^a-note:/)
  for (const [, to] of answer.html.matchAll(/ href="#([^"]*)"/g)) assert.ok(answer.html.includes(` id="${to}"`))
})

test('letters of a mnemonic are not points of the outline, and Arabic is set right-to-left', async () => {
  const { outline, html } = await render('- **A**CE\n- **B**eta\n- **C**alcium\n- **كتاب**: book\n\nمرحبا بك')
  assert.deepEqual(outline, [])
  assert.match(html, /<p dir="rtl">مرحبا بك<\/p>/)
})

test('formulas and programs stay left-to-right among right-to-left words', async () => {
  const hebrew = 'אם $x^2 + 1$ אז `1 - 2` בקוד.\n\n$$x$$\n\n```\n1 - 2\n```'
  for (const formulas of ['tex', 'drawn', 'mathml'] as const) {
    const text = await html(hebrew, formulas)
    assert.equal(text.match(/<bdi dir="ltr">/g)?.length, 2, formulas)
    assert.match(text, /<code dir="ltr">1 - 2</)
    assert.match(text, /<pre dir="ltr">/)
    assert.doesNotMatch(await html(hebrew.replace(/\p{Script=Hebrew}/gu, 'a'), formulas), / dir=/)
  }
})

test('a fold in a book has a summary, and signs of MathML contain only text', async () => {
  assert.equal(
    await html('<details>\na\n</details>', 'mathml'),
    '<details><summary>Details</summary><p>a</p></details>',
  )
  const math = await html(String.raw`$a \bmod b \stackrel{d}{=} \mathord{x^2} + \overset{!}{=}$`, 'mathml')
  assert.match(math, /<mover><mrow><mo>=<\/mo><\/mrow><mi>d<\/mi><\/mover>/)
  assert.doesNotMatch(math, /<m[io][ >][^<]*<m/)
  assert.equal(math.match(/<mrow>/g)?.length, math.match(/<\/mrow>/g)?.length)
})

test('points are the same as on the page of the question', async () => {
  const { outline } = await render('1. **One $x$**: a\n2. **Two**: b\n3. **Three**: c')
  assert.deepEqual(
    outline.map(({ kind, html }) => [kind, html]),
    [
      ['point', 'One \\(x\\)'],
      ['point', 'Two'],
      ['point', 'Three'],
    ],
  )
})
