import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from 'js-yaml'
import { type FrontMatter, locateFields, parseFrontMatter } from '@/lib/compiler/source/front-matter'
import { toScalarEdit, toYamlText } from '@/lib/compiler/source/write-yaml'
import type { Edit } from '@/lib/core/finding'

/** Texts that YAML would misread, or could not contain as they are. */
const texts = [
  ...[
    'What is heat?',
    'C++',
    'QuickTakes | Law',
    'a, b',
    'It’s',
    "it's",
    'say "no"',
    `say "it's"`,
    '😀',
    'é',
    'C:\\new',
  ],
  ...['True', 'true', 'FALSE', 'null', 'Null', '~', 'yes', 'No', 'on', 'NaN', '.nan', '-.inf', '<<', '='],
  ...['12', '-1', '+1', '1e3', '0x1f', '0o17', '1_000', '.5', '1,000', '12:30:00', '2026-01-01', '2026-13-99'],
  ...['- x', '-', '-x', '? x', '?', ': x', 'a: b', 'a:', 'a:b', '#x', 'a #b', 'a#b', '|', '>', '>-', '---', '...'],
  ...['*a', '&a', '!t', '%x', '@x', '`x', '{a', 'a}', '[a', 'a]', '"', "'", '"q"', "'q'", "''"],
  ...['', ' ', ' lead', 'trail ', 'a  b', 'two\nlines', '\n', 'a\n', '\ttab', 'a\tb', 'a\\nb', 'a\\'],
  ...['\u0000', '\u0007', '\u001b[2J', '\u0085', '\u2028', '\ufeffa', 'a\u00a0', '\u202ea', '\ufffe', '__proto__'],
  `${'long '.repeat(400)}end`,
]

/** The field `a` of front matter with a value. */
const read = (value: string) => {
  const parsed = parseFrontMatter(`---\na: ${value}\nb: 1\n---\n`)
  assert.ok('fields' in parsed, JSON.stringify(parsed))
  assert.equal(parsed.fields.b, 1)
  return parsed.fields.a
}

test('a text is written on one line, and read back unchanged wherever it is put', () => {
  for (const text of texts) {
    for (const quotes of [undefined, 'single', 'double'] as const) {
      const written = toYamlText(text, quotes)
      assert.doesNotMatch(written, /[\n\r\u0085\u2028\u2029]/)
      assert.equal(read(written), text, written)
      assert.deepEqual(load(`a: ${written}`), { a: text })
      assert.deepEqual(load(`[x, ${written}, y]`), ['x', text, 'y'])
      assert.deepEqual(load(`{ a: ${written}, b: 1 }`), { a: text, b: 1 })
      if (text.length < 500 && text !== '__proto__') assert.deepEqual(load(`${written}: 1`), { [text]: 1 })
    }
  }
})

test('a text that needs no quotes gets none', () => {
  for (const text of ['What is heat?', 'C++', 'QuickTakes | Law', "it's", 'a:b', 'C:\\new', '😀'])
    assert.equal(toYamlText(text), text)
})

for (const [style, value] of Object.entries({
  plain: 'old text',
  single: "'old text'",
  double: '"old text"',
  block: '>-\n    old text',
  literal: '|-\n  old text',
})) {
  test(`a scalar is replaced in its own style: ${style}`, () => {
    const before = `---\na: ${value}\nb: 1\n---\n`
    const { yaml } = parseFrontMatter(before) as FrontMatter
    const place = locateFields(yaml).get('a')
    assert.ok(place)
    const start = before.indexOf('old text')
    for (const text of texts) {
      const [edit, ...others]: Edit[] = toScalarEdit({ start, end: start + 8, style: place.style }, text) ?? []
      // In a block, a text cannot have space around it, or characters that need quotes.
      if (!edit) assert.ok(place.style === 'block' && (text.trim() !== text || /^$|[^\x20-\x7e]/.test(text)), text)
      else {
        const after = parseFrontMatter(before.slice(0, edit.start) + edit.text + before.slice(edit.end)) as FrontMatter
        assert.deepEqual(after.fields, { a: text, b: 1 }, edit.text)
        const written = locateFields(after.yaml).get('a')
        if (/^[\x21-\x7e][\x20-\x7e]*$/.test(text) && style !== 'plain')
          assert.equal(written?.style, place.style, edit.text)
      }
      assert.deepEqual(others, [])
    }
  })
}
