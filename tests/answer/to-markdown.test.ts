import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderAnswer } from '@/lib/answer/render'
import { toMarkdown } from '@/lib/answer/to-markdown'
import type { AnswerSource } from '@/lib/core/answer-source'

const cases: [name: string, source: AnswerSource, markdown: string][] = [
  [
    'a program at the beginning keeps its indentation',
    { text: '\n\n    x = 1\n    y = 2\n\nprints.\n\n', breaks: 'real' },
    '    x = 1\n    y = 2\n\nprints.',
  ],
  ['only a program', { text: '\tx = 1\n\n\ty = 2', breaks: 'real' }, '\tx = 1\n\n\ty = 2'],
  [
    'a comment separates two lists',
    { text: '- a\n- b\n\n<!-- other list -->\n\n- c\n- d', breaks: 'real' },
    '- a\n- b\n\n<!---->\n\n- c\n- d',
  ],
  [
    'a comment separates a list and a program',
    { text: '- item\n\n<!-- end\nof list -->\n\n    code', breaks: 'real' },
    '- item\n\n<!---->\n\n    code',
  ],
  ['a comment ends a paragraph', { text: 'One\n<!-- c -->\nTwo', breaks: 'real' }, 'One\n<!---->\nTwo'],
  ['a comment in a line is dropped', { text: 'One <!-- c -->two', breaks: 'real' }, 'One two'],
  [
    'comments at the ends separate nothing',
    { text: '<!-- a -->\n\n<!-- b -->\nText $x$\n\n<!-- c -->\n', breaks: 'real' },
    'Text $x$',
  ],
  ['nothing but a comment', { text: '<!-- a -->', breaks: 'real' }, ''],
  [
    'a folded answer',
    { text: '- a\\n\\n<!-- b\\nc -->\\n\\n1. $\\nu$', breaks: 'literal' },
    '- a\n\n<!---->\n\n1. $\\nu$',
  ],
]

for (const [name, source, markdown] of cases) {
  test(`Markdown shows what the page shows: ${name}`, async () => {
    assert.equal(toMarkdown(source), markdown)
    const pages = await Promise.all([source, { text: markdown, breaks: 'real' as const }].map(renderAnswer))
    assert.equal(pages[1]?.html, pages[0]?.html)
  })
}

test('comments are kept as written if requested', () => {
  const real = '<!-- a -->\n\n- a <!-- b --> b\n\n<!-- c\n\nd -->\n\n    code\n\n<!-- e -->'
  assert.equal(toMarkdown({ text: real, breaks: 'real' }, { withComments: true }), real)
  const literal = 'a\\n\\n<!-- b\\n\\n\\nabla c -->\\n\\nd'
  assert.equal(
    toMarkdown({ text: literal, breaks: 'literal' }, { withComments: true }),
    'a\n\n<!-- b\n\n\\nabla c -->\n\nd',
  )
})
