import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseFrontMatter, trimFields } from '@/lib/compiler/source/front-matter'
import { TemporaryLibrary } from '../temporary-library'

const question = (fields: string) => `---\n${fields}---\n\nHeat is energy on its way from warm to cold.\n`

test('the line break that a block scalar ends with is no part of a field', async () => {
  const library = new TemporaryLibrary({
    'physics/block.md': question(
      'title: >\n  What is\n  heat?\ndate: >\n  2026-01-15\nauthor: |\n  Ada Lovelace\naliases:\n  - >\n    /old-heat\n',
    ),
    'physics/plain.md': question(
      'title: What is cold?\ndate: 2026-01-15\nauthor: Ada Lovelace\ncanonical: >\n  /learn/physics/questions/block\n',
    ),
  })
  assert.deepEqual((await library.compile()).findings, [])
  const rows = library.listRows<Record<string, unknown>>('question')
  assert.deepEqual(
    rows.map(({ title, date, author, canonical }) => [title, date, author, canonical]),
    [
      ['What is heat?', '2026-01-15', 'ada-lovelace', null],
      ['What is cold?', '2026-01-15', 'ada-lovelace', '/learn/physics/questions/block'],
    ],
  )
})

test('an answer keeps its last line break, and lists and fields within others lose theirs', () => {
  const parsed = parseFrontMatter('---\nanswer: |\n  a\nseo:\n  title: >\n    b\nsources:\n  - |\n    c\n---\n')
  assert.ok('fields' in parsed)
  assert.deepEqual(trimFields(parsed).fields, { answer: 'a\n', seo: { title: 'b' }, sources: ['c'] })
})
