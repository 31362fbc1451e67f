import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Code } from 'mdast'
import { visit } from 'unist-util-visit'
import { IndentedCode } from '@/lib/answer/indented-code'
import { parseTree } from '@/lib/answer/markdown'

/** Empty lines inside code are not compared. */
const hasText = (line = '') => /[^\s>]/.test(line)

/** The lines, from 1, that the Markdown parser reads as indented code. */
function listParsed(text: string): number[] {
  const lines = text.split('\n')
  const found: number[] = []
  visit(parseTree(text) ?? { type: 'root', children: [] }, 'code', ({ lang, position }: Code) => {
    const { start, end } = position ?? { start: { line: 1, offset: 0 }, end: { line: 0 } }
    if (lang || /^[`~]{3}/.test(text.slice(start.offset))) return
    for (let line = start.line; line <= end.line; line += 1) if (hasText(lines[line - 1])) found.push(line)
  })
  return found
}

function listScanned(text: string): number[] {
  const reader = new IndentedCode()
  return text.split('\n').flatMap((line, index) => {
    const isCode = reader.findCode(line) !== undefined
    return isCode && hasText(line) ? [index + 1] : []
  })
}

const cases: [name: string, text: string, lines: number[]][] = [
  ['after an empty line', 'Take:\n\n    a\n    b\n\n    c\n\nd', [3, 4, 6]],
  ['with a tab', 'Take:\n\n\ta', [3]],
  ['not in a paragraph', 'Take:\n    a', []],
  ['not in a list item', '- a\n\n    b\n\n1. a\n\n    b', []],
  ['in a list item', '- a\n\n      b\n\n1. a\n\n       b', [3, 7]],
  ['in a nested list', '- a\n  - b\n\n    c\n\n        d', [6]],
  ['right after a bullet', '-     a', [1]],
  ['in a quote', '> a\n>\n>     b', [3]],
  ['below a heading or its underline', '# a\n    b\n\nc\n---\n    d', [2, 6]],
  ['not in a footnote', 'a[^1]\n\n[^1]: b\n\n    c\n\n        d', [7]],
  ['an item with another number does not interrupt a paragraph', 'a\n2. b\n\n       c', [4]],
]

for (const [name, text, lines] of cases) {
  test(`indented code: ${name}`, () => {
    assert.deepEqual(listScanned(text), lines)
    assert.deepEqual(listParsed(text), lines)
  })
}

test('random lines are code where the Markdown parser says so', () => {
  const starts = [
    '',
    '',
    ' ',
    '  ',
    '   ',
    '    ',
    '     ',
    '      ',
    '        ',
    '\t',
    '> ',
    '>',
    '- ',
    '* ',
    '1. ',
    '-     ',
  ]
  const texts = ['a', '# a', '---', '***', 'a b']
  const written = fc.tuple(fc.constantFrom(...starts), fc.constantFrom(...starts), fc.constantFrom(...texts))
  const line = fc.oneof(
    written.map((parts) => parts.join('')),
    fc.constantFrom('', '', '>'),
  )
  const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(text, (some) => assert.deepEqual(listScanned(some), listParsed(some))),
    { numRuns: 2_000, seed: 7 },
  )
})
