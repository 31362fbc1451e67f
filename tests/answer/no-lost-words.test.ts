import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { renderAnswer } from '@/lib/answer/render'
import type { AnswerSource } from '@/lib/core/answer-source'

/**
 * What opens, closes or divides something, in any dialect that authors bring along. Not here is what hides words on
 * purpose: comments, addresses of images, definitions that nothing refers to, and what follows the language of a fence.
 */
const marks = [
  ...[
    '*',
    '**',
    '_',
    '__',
    '~~',
    '`',
    '``',
    '\n```\n',
    '\n~~~\n',
    '\n```js\n',
    ' ',
    '\n',
    '\n\n',
    '\\n',
    '  \n',
    '\n---\n',
  ],
  ...['[', ']', '(', ')', '](', '](/', '[[', ']]', '<https://', '>', '\n> ', '\n- ', '\n1. ', '\n# ', '\n    '],
  ...[
    '\n> [!NOTE] ',
    '\n> [!tip]- ',
    '\n> [!odd] ',
    '\n===\n',
    '\n| ',
    ' | ',
    '\n|-|-|\n',
    '\n: ',
    ' {#',
    '}',
    '\n\n- [x] ',
  ],
  ...[
    '$',
    '$$',
    '\n$$\n',
    '\\(',
    '\\)',
    '\\[',
    '\\]',
    '\\\\(',
    '\\\\)',
    '\\',
    '{',
    '^',
    '_{',
    '&',
    '\\\\',
    '%',
    '5$',
    '$5 ',
  ],
  ...[
    '\\text{',
    '\\ce{',
    '\\frac{',
    '\\begin{align}',
    '\\end{align}',
    '\\label{',
    '\\eqref{',
    '\\newcommand{\\a}{',
    '\\_',
  ],
  ...[
    '<',
    '<br>',
    '<sub>',
    '</sub>',
    '<kbd>',
    '<details>',
    '<summary>',
    '</summary>',
    '</details>',
    '<div>',
    '<b',
    '"',
    '&lt;',
  ],
  ...['**「', '」**', '：', ':smile:', '{% ', ' %}', '\ue000', '\ue001', ' https://example.org/', '#', '@'],
]

/** A word that no mark and no other word contains. */
const toWord = (index: number) => `q${[...String(index)].map((digit) => 'bcdfghjkmn'[Number(digit)]).join('')}z`

const answers = fc
  .record({
    breaks: fc.constantFrom('real' as const, 'literal' as const),
    mixed: fc.array(fc.constantFrom(...marks), { minLength: 1, maxLength: 24 }),
  })
  .map(({ breaks, mixed }) => ({ breaks, text: mixed.map((mark, index) => `${mark}${toWord(index)}`).join('') }))

/** Words that a reader cannot find: neither in the page, nor in a formula's source. */
async function findLost(source: AnswerSource) {
  const { html } = await renderAnswer(source)
  // Colours may divide a word of a program.
  const found = html + html.replace(/<[^>]*>/g, '')
  return source.text.match(/q[bcdfghjkmn]+z/g)?.filter((word) => !found.includes(word)) ?? []
}

test('no word of an answer is lost, whatever marks stand around it', async () => {
  await fc.assert(
    fc.asyncProperty(answers, async (source) => {
      assert.deepEqual(await findLost(source), [], JSON.stringify(source))
    }),
    { numRuns: Number(process.env.RUNS ?? 500), seed: 14 },
  )
})

test('an answer is rendered to the same bytes each time', async () => {
  await fc.assert(
    fc.asyncProperty(answers, async (source) => {
      assert.equal((await renderAnswer(source)).html, (await renderAnswer(source)).html)
    }),
    { numRuns: 100, seed: 14 },
  )
})
