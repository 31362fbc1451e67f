import assert from 'node:assert/strict'
import { test } from 'node:test'
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
  ['paragraphs of a label', '**Kernel**: zero.\n\n**Image**: all.', ['Kernel', 'Image']],
  [
    'bold words alone are a heading',
    '**Parts**\n\n- **Leaf**: a\n- **Bud**: b\n\n**Uses**\n\nMany.',
    ['Leaf', 'Bud', 'Uses'],
  ],
  ['alike names below headings', '## Acids\n\n- **Use**: x\n\n## Bases\n\n- **Use**: y', ['Acids: Use', 'Bases: Use']],
  [
    'plain items, by their first sentence',
    '- Write $x$ down. Then stop.\n- Divide by two:\n  $$y$$',
    ['Write ⟦x⟧ down.', 'Divide by two'],
  ],
  ['no frame', '## Introduction\n\n- **No**: no\n\n- **Leaf**: a\n- **Bud**: b\n\n## Conclusion\n\nSo.', []],
  ['no example', '- **Leaf**: a\n- **Bud**: b\n\n## Example: a roof\n\n- **C**: c', ['Leaf', 'Bud']],
  ['no names of symbols', '$F = ma$, where\n\n- $F$ is the force\n- $m$ is the mass', []],
  ['sentences alone', 'It is so.\n\nAnd so.', []],
  [
    'a label that names nothing',
    '- **Step 1**: Cut it.\n- **Step 2**: Fold it.',
    ['Step 1: Cut it.', 'Step 2: Fold it.'],
  ],
  ['one point says nothing', '- **A**: a', []],
]

for (const [name, text, points] of cases) {
  test(`points of an answer: ${name}`, async () => {
    const answer = await renderAnswer({ text, breaks: 'real' })
    assert.deepEqual(
      answer.points.map((point) =>
        foldFormulas(point)
          .replace(/<[^>]+>/g, '')
          .trim(),
      ),
      points,
    )
    const marks = [...answer.html.matchAll(/data-point="(\d+)"/g)].map(([, number]) => Number(number))
    assert.deepEqual(
      marks,
      points.map((_, index) => index),
    )
  })
}

test('of more than twelve points the headings are asked', async () => {
  const list = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `- **${name}**: x`).join('\n')
  const { points } = await renderAnswer({ text: `## One\n\n${list}\n\n## Two\n\n${list}`, breaks: 'real' })
  assert.deepEqual(points, ['One', 'Two'])
})
