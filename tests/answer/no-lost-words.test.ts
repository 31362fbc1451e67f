import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { renderAnswer } from '@/lib/answer/render'
import type { AnswerSource } from '@/lib/core/answer-source'

/**
 * Marks that open, close or divide something in any dialect that authors may use, except those that hide words on
 * purpose: comments, addresses of images, unused definitions, and what follows the language of a fence.
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

/** A word that occurs in no mark and no other word. */
const toWord = (index: number) => `q${[...String(index)].map((digit) => 'bcdfghjkmn'[Number(digit)]).join('')}z`

const answers = fc
  .record({
    breaks: fc.constantFrom('real' as const, 'literal' as const),
    mixed: fc.array(fc.constantFrom(...marks), { minLength: 1, maxLength: 24 }),
  })
  .map(({ breaks, mixed }) => ({ breaks, text: mixed.map((mark, index) => `${mark}${toWord(index)}`).join('') }))

/** Words that are neither on the page nor in a formula's source. */
async function findLost(source: AnswerSource) {
  const { html } = await renderAnswer(source)
  // Highlighting may split a word of a program.
  const found = html + html.replace(/<[^>]*>/g, '')
  return source.text.match(/q[bcdfghjkmn]+z/g)?.filter((word) => !found.includes(word)) ?? []
}

test('no word of an answer is lost, whatever marks surround it', async () => {
  await fc.assert(
    fc.asyncProperty(answers, async (source) => {
      assert.deepEqual(await findLost(source), [], JSON.stringify(source))
    }),
    { numRuns: Number(process.env.RUNS ?? 500), seed: 14 },
  )
})

test('rendering an answer always gives the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(answers, async (source) => {
      assert.equal((await renderAnswer(source)).html, (await renderAnswer(source)).html)
    }),
    { numRuns: 100, seed: 14 },
  )
})
