import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderPortable } from '@/lib/answer/portable'
import { renderAnswer } from '@/lib/answer/render'
import { foldFormulas } from './simplify'

const cases: [name: string, answer: string, points: string[]][] = [
  ['items that begin with bold words', '1. **Roots**: drink.\n2. **Stem:** carries.', ['Roots', 'Stem']],
  ['headings', '## 1. Causes\n\nWhy.\n\n## 2. Effects\n\nWhat.', ['Causes', 'Effects']],
  [
    'items below headings, in their place',
    '## Parts\n\n- **Leaf**: a\n- **Bud**: b\n\n## Uses\n\nMany.',
    ['Leaf', 'Bud', 'Uses'],
  ],
  ['paragraphs with a label', '**Kernel**: zero.\n\n**Image**: all.', ['Kernel', 'Image']],
  [
    'a paragraph of bold words is a heading',
    '**Parts**\n\n- **Leaf**: a\n- **Bud**: b\n\n**Uses**\n\nMany.',
    ['Leaf', 'Bud', 'Uses'],
  ],
  [
    'the same names below different headings',
    '## Acids\n\n- **Use**: x\n\n## Bases\n\n- **Use**: y',
    ['Acids: Use', 'Bases: Use'],
  ],
  [
    'plain items, by their first sentence',
    '- Write $x$ down. Then stop.\n- Divide by two:\n  $$y$$',
    ['Write ⟦x⟧ down.', 'Divide by two'],
  ],
  ['no frame', '## Introduction\n\n- **No**: no\n\n- **Leaf**: a\n- **Bud**: b\n\n## Conclusion\n\nSo.', []],
  [
    'no exercise, hint or solution',
    '- **Leaf**: a\n- **Bud**: b\n\n## Exercise 2\n\nWhy?\n\n### Hint\n\nSo.\n\n### Solution to Exercise 2\n\nSo.',
    ['Leaf', 'Bud'],
  ],
  ['no frame with an emoji', '- **Leaf**: a\n- **Bud**: b\n\n## ✅ Summary Table\n\nSo.', ['Leaf', 'Bud']],
  [
    'a sentence does not end at an abbreviation',
    '- See vol. II on it. Then stop.\n- Ask Gen. Lee.',
    ['See vol. II on it.', 'Ask Gen. Lee.'],
  ],
  ['no example', '- **Leaf**: a\n- **Bud**: b\n\n## Example: a roof\n\n- **C**: c', ['Leaf', 'Bud']],
  ['no names of symbols', '$F = ma$, where\n\n- $F$ is the force\n- $m$ is the mass', []],
  ['only sentences', 'It is so.\n\nAnd so.', []],
  [
    'a label that names nothing',
    '- **Step 1**: Cut it.\n- **Step 2**: Fold it.',
    ['Step 1: Cut it.', 'Step 2: Fold it.'],
  ],
  ['one point says nothing', '- **A**: a', []],
  ['a point once', '- **Leaf**: a\n- **Bud**: b\n- **Leaf**: c', ['Leaf', 'Bud']],
  ['names that differ by a formula', '## How\n\n- **Find $x$**: a\n- **Find $y$**: b', ['Find ⟦x⟧', 'Find ⟦y⟧']],
  ['names that say nothing', '- **Definition**: a\n- **Properties**: b\n- **Uses**: c', []],
  ['names of which one says something', '- **Definition**: a\n- **Closure**: b', ['Definition', 'Closure']],
  ['rows', '- **Row 1**: Both are true.\n- **Row 2**: One is true.', ['Row 1: Both are true.', 'Row 2: One is true.']],
  [
    'paragraphs that begin with a term',
    'Two kinds of rock cool from magma.\n\n**Granite** cools slowly.\n\n**Basalt**, however, cools fast.',
    ['Granite', 'Basalt'],
  ],
  ['no remarks', '**Granite** cools slowly.\n\n**Note** that it is hard.\n\n**Yes**, it is.', []],
  [
    'methods with steps and examples',
    '## Folding\n\n**Steps:**\n\n- Crease it.\n- Fold it.\n\n**Example:**\n\nA map.\n\n## Cutting\n\n**Steps:**\n\n- Cut it.',
    ['Folding', 'Cutting'],
  ],
  ['only steps', '## Steps\n\n1. **Crease**: a\n2. **Fold**: b', ['Crease', 'Fold']],
  [
    'nothing below an example',
    '- **Leaf**: a\n- **Bud**: b\n\n## Example\n\n### A rose\n\n- **Thorn**: c\n\n## Use\n\nFood.',
    ['Leaf', 'Bud', 'Use'],
  ],
  [
    'no list of an example',
    '- **Leaf**: a\n- **Bud**: b\n\nFor example, to draw a rose:\n\n1. **Sketch**: c\n2. **Ink**: d',
    ['Leaf', 'Bud'],
  ],
  [
    'headings of examples among others',
    '## Leaf\n\nGreen.\n\n## Bud\n\nSmall.\n\n## Example of a bud\n\nA rose.',
    ['Leaf', 'Bud'],
  ],
  [
    'no heading of mistakes',
    '## Leaf\n\nGreen.\n\n## Bud\n\nSmall.\n\n## Common mistakes\n\nMany.\n\n## Two cautions\n\nSome.',
    ['Leaf', 'Bud'],
  ],
  [
    'no headings of what follows the answer',
    `${'It grows. '.repeat(9)}\n\n## A wood\n\nOld.\n\n## A field\n\nNew.`,
    [],
  ],
  [
    'only headings of examples',
    '## Example of a leaf\n\nFern.\n\n## Example of a bud\n\nRose.',
    ['Example of a leaf', 'Example of a bud'],
  ],
  [
    'a definition first',
    'Osmosis is defined as flow through a membrane. It is slow.\n\n- **Cells**: swell\n- **Roots**: drink',
    ['Osmosis is defined as flow through a membrane.', 'Cells', 'Roots'],
  ],
  [
    'a thing of some kind first',
    'A lever, also known as a bar, is a machine that turns on a point.\n\n- **Load**: a\n- **Effort**: b',
    ['A lever, also known as a bar, is a machine that turns on a point.', 'Load', 'Effort'],
  ],
  [
    'things of some kind first',
    'Levers are simple machines that turn.\n\n- **Load**: a\n- **Effort**: b',
    ['Levers are simple machines that turn.', 'Load', 'Effort'],
  ],
  [
    'a count is not a definition',
    'Load and effort are two forces that act.\n\n- **Load**: a\n- **Effort**: b',
    ['Load', 'Effort'],
  ],
  [
    'praise is not a definition',
    'A lever is an important tool that helps.\n\n- **Load**: a\n- **Effort**: b',
    ['Load', 'Effort'],
  ],
  ['a mention is not a definition', 'It can refer to both.\n\n- **Load**: a\n- **Effort**: b', ['Load', 'Effort']],
  [
    'only names',
    `${'Planets move around the sun. '.repeat(6)}\n\n- Mercury\n- Venus\n- Earth\n- Mars`,
    ['Mercury', 'Venus', 'Earth', 'Mars'],
  ],
  [
    'a list of long items',
    `${'Roots drink from the soil. '.repeat(30)}\n\n- **Leaf**: ${'it breathes '.repeat(14)}\n- **Bud**: ${'it opens '.repeat(18)}`,
    ['Leaf', 'Bud'],
  ],
  [
    'no list that misses what is said',
    `${'Roots drink from the soil. '.repeat(20)}\n\n- **Leaf**: a\n- **Bud**: b`,
    [],
  ],
  [
    'a list beside a program',
    `Two calls:\n\n- **open**: a\n- **close**: b\n\n\`\`\`\n${'open(); '.repeat(99)}\n\`\`\`\n\nIn summary, ${'it is so '.repeat(99)}.`,
    ['open', 'close'],
  ],
  [
    'a list without marks',
    'The planets are:\n\nMercury\nVenus – the hottest\nDune: Part Two\nThese have rocks. And *more*.',
    ['Mercury', 'Venus – the hottest', 'Dune: Part Two'],
  ],
  ['no wrapped sentence', 'The reasons are:\n\nWater that\nrises and\nfalls, and\nstops.', []],
  [
    'no lines of a text',
    `The rules are:\n\n${['a', 'b', 'c'].map((name) => `${'Go '.repeat(25)}${name}`).join('\n')}`,
    [],
  ],
  ['no lines without an introduction', 'He said:\n\nOne\nTwo\nThree', []],
  [
    'paragraphs that add to each other',
    'Tides move water. It is slow.\n\nMoreover, tides move sand. Much of it.\n\nDr. Hill found that they warm the sea (“a bit.”) Others did.\n\nIn summary, they move much.',
    ['Tides move water.', 'Moreover, tides move sand.', 'Dr. Hill found that they warm the sea (“a bit.”)'],
  ],
  ['no narrative', 'Tides move water.\n\nSand goes too.\n\nThe sea warms.', []],
  ['no paragraph that continues a point', 'Tides move water.\n\nThis warms it.\n\nMoreover, tides move sand.', []],
  [
    'no paragraphs around a formula',
    'Tides move water.\n\nSand goes too. It is\n$$x$$\n\nMoreover, tides move mud.',
    [],
  ],
]

const withoutTags = (html: string) => html.replace(/<[^>]+>/g, '').trim()

for (const [name, text, points] of cases) {
  test(`points of an answer: ${name}`, async () => {
    const answer = await renderAnswer({ text, breaks: 'real' })
    assert.deepEqual(
      answer.points.map((point) => withoutTags(foldFormulas(point))),
      points,
    )
    const marks = [...answer.html.matchAll(/data-point="(\d+)"/g)].map(([, number]) => Number(number))
    assert.deepEqual(
      marks,
      points.map((_, index) => index),
    )
  })

  test(`points of a portable answer: ${name}`, async () => {
    const tex = await renderPortable({ text, breaks: 'real' }, { formulas: 'tex', prefix: '' })
    assert.deepEqual(
      tex.points.map((point) => withoutTags(point.replace(/\\\((.*?)\\\)/g, '⟦$1⟧'))),
      points,
    )
    const mathml = await renderPortable({ text, breaks: 'real' }, { formulas: 'mathml', prefix: '' })
    assert.equal(mathml.points.length, points.length)
    assert.doesNotMatch(mathml.points.join('\n'), /display="block"/)
  })
}

test('above fifteen points, the headings are used', async () => {
  const list = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => `- **${name}**: x`).join('\n')
  const { points } = await renderAnswer({ text: `## One\n\n${list}\n\n## Two\n\n${list}`, breaks: 'real' })
  assert.deepEqual(points, ['One', 'Two'])
})
