import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPortable } from '@/lib/answer/portable'
import { renderAnswer } from '@/lib/answer/render'
import { simplify } from './simplify'

const render = async (text: string) => simplify((await renderAnswer({ text, breaks: 'real' })).html).replace(/\n/g, '')

describe('a list of task items', () => {
  test('with one ticked is a multiple-choice question, with optional reasons', async () => {
    assert.equal(
      await render('How fast?\n\n- [ ] $v$ **m**\n- [x] `4`\n  - by the *law*\n- [ ] none'),
      '<p>How fast?</p><ol class="choices">' +
        '<li><details class="wrong"><summary> ⟦v⟧ <strong>m</strong></summary><p class="verdict">Not right.</p></details></li>' +
        '<li><details class="right"><summary> <code>4</code></summary><p class="verdict">Right.</p><ul><li>by the <em>law</em></li></ul></details></li>' +
        '<li><details class="wrong"><summary> none</summary><p class="verdict">Not right.</p></details></li></ol>',
    )
  })

  test('may be loose', async () => {
    assert.match(
      await render('1. [x] yes\n\n   Because.\n\n2. [ ] no'),
      /<details class="right"><summary> yes<\/summary><p class="verdict">Right.<\/p><p>Because.<\/p><\/details>/,
    )
  })

  for (const [name, text] of [
    ['of which none is ticked', '- [ ] a\n- [ ] b'],
    ['of which two are ticked', '- [x] a\n- [x] b\n- [ ] c'],
    ['of one item', '- [x] a'],
    ['with an item that has no box', '- [x] a\n- [ ] b\n- c'],
  ] as const)
    test(`${name} stays as it is`, async () => {
      const html = await render(text)
      assert.match(html, /<input type="checkbox"/)
      assert.doesNotMatch(html, /choices|details/)
    })

  test('gives no points to recall, on a page or elsewhere', async () => {
    const source = { text: '- [x] one\n- [ ] two\n- [ ] three', breaks: 'real' } as const
    assert.deepEqual((await renderAnswer(source)).points, [])
    const portable = await renderPortable(source, { formulas: 'drawn', prefix: 'a-' })
    assert.deepEqual(portable.points, [])
    assert.match(portable.html, /☑ one/)
  })
})

describe('a solution', () => {
  const folds = async (heading: string) => (await render(`## ${heading}\n\nWords.`)).includes('<details')

  test('is folded below its heading, up to the next one that is not deeper', async () => {
    assert.equal(
      await render('## Exercise\n\nA.\n\n### Solution\n\nB.\n\n#### Step\n\nC.[^1]\n\n### Next\n\nD.\n\n[^1]: N.').then(
        (html) => html.replace(/<section.*/, ''),
      ),
      '<h2 id="exercise"><a href="#exercise">Exercise</a></h2><p>A.</p>' +
        '<h3 id="solution"><a href="#solution">Solution</a></h3>' +
        '<details class="solution"><summary>Show or hide the solution</summary><p>B.</p>' +
        '<h4 id="step"><a href="#step">Step</a></h4>' +
        '<p>C.<sup><a href="#note:fn-1" id="note:fnref-1" data-footnote-ref aria-describedby="note:label">1</a></sup></p></details>' +
        '<h3 id="next"><a href="#next">Next</a></h3><p>D.</p>',
    )
  })

  test('does not include the footnotes', async () => {
    assert.match(await render('## Solution\n\nA.[^1]\n\n[^1]: N.'), /<\/details><section/)
  })

  test('is recognised by its heading', async () => {
    for (const name of [
      'Solution',
      'solution:',
      '3. Worked solution',
      'Solution 2',
      'Solutions to the exercises',
      'Solution to problem 4b',
    ])
      assert.ok(await folds(name), name)
    for (const name of [
      'Solutions',
      'Solution of salt in water',
      'Solutions to poverty',
      'Resolution',
      'The final solution',
    ])
      assert.ok(!(await folds(name)), name)
  })

  test('that is empty is not folded', async () => {
    assert.doesNotMatch(await render('## Solution\n\n## Next\n\nA.'), /details/)
  })

  test('keeps its points and its place in the outline', async () => {
    const { outline, points } = await renderAnswer({
      text: '## Exercise\n\nA.\n\n## Solution\n\n1. **Draw** it\n2. **Add** all\n3. **Halve** that',
      breaks: 'real',
    })
    assert.deepEqual(
      outline.map(({ id }) => id),
      ['exercise', 'solution', 'draw', 'add', 'halve'],
    )
    assert.equal(points.length, 0)
  })
})

test('formulas and code are marked as not to be translated', async () => {
  const { html } = await renderAnswer({ text: 'A `b` $c$ \n\n$$d$$\n\n```js\ne\n```\n\n$\\frac{$', breaks: 'real' })
  for (const tag of html.match(/<(?:code|pre|span class="katex")[^>]*>/g) ?? [])
    if (!/^<code>$/.test(tag)) assert.match(tag, / translate="no"/)
  assert.equal(html.match(/ translate="no"/g)?.length, 5)
})
