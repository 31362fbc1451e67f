import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from 'js-yaml'
import { locateFields } from '@/lib/compiler/source/front-matter'
import { toYamlOffset } from '@/lib/compiler/source/scalar-offset'
import { Random } from '@/tools/corpus/random'

/** Ways to write a text in YAML, with everything that can be folded, indented or escaped. */
const documents = [
  'a: plain words\nb: 1\n',
  'a: plain words\n   that go on\n\n   after a break\nb: 1\n',
  "a: 'it''s quoted ''twice'''\n",
  "a: 'quoted\n  over lines\n\n  and a break'\n",
  'a: "escaped \\"twice\\", \\t tab, \\u00e9, \\U0001F600, \\x41 end"\n',
  'a: "folded\n  over lines \\\n  without a space\n\n  and a break"\n',
  'a: >-\n    one line of a folded text\n',
  'a: >-\n    two lines of\n    a folded text\n',
  'a: >\n    a paragraph\n    of two lines\n\n    another\n\n\n    a third\n',
  'a: >-\n  a paragraph\n    * more indented\n    * lines keep\n\n  their breaks\n',
  'a: |\n  literal\n    lines\n\n  stay\n',
  'a: |2\n    begins with spaces\n  and goes on\n',
  'a:\n  b: >-\n      nested\n      and folded\n  c: "x"\n',
]

/** Every text of a document with the path of its field. */
function* listTexts(value: unknown, path = ''): Generator<[path: string, text: string]> {
  if (typeof value === 'string') yield [path, value]
  else if (typeof value === 'object' && value !== null) {
    for (const [name, child] of Object.entries(value)) yield* listTexts(child, path === '' ? name : `${path}.${name}`)
  }
}

/** Compares every character of a text, except those that YAML adds (a fold's space, a break), with the one at its place. */
function checkDocument(yaml: string) {
  const places = locateFields(yaml)
  for (const [path, text] of listTexts(load(yaml))) {
    const place = places.get(path)
    assert.ok(place, path)
    for (let offset = 0; offset < text.length; offset += 1) {
      const char = text[offset] as string
      const at = toYamlOffset(yaml, place, text, offset)
      const found = yaml[at] as string
      const isMadeUp = /\s/.test(char) || found === '\\' || (char >= '\ud800' && char <= '\udfff')
      if (!isMadeUp) assert.equal(found, char, `${JSON.stringify(yaml)} ${path} ${offset}`)
      else assert.ok(at >= place.value && at <= place.end, `${JSON.stringify(yaml)} ${path} ${offset}`)
    }
  }
}

for (const yaml of documents) test(`places in ${JSON.stringify(yaml)}`, () => checkDocument(yaml))

test('places in random folded and literal texts', () => {
  const random = new Random(7)
  const word = () => random.pick(['heat', 'a', '\\n', '“quoted”', 'x: y', '# no', '$x$', '**b**', '-', 'é'])
  for (let round = 0; round < 3_000; round += 1) {
    const lines = Array.from({ length: 1 + random.below(6) }, () => {
      const kind = random.below(6)
      if (kind === 0) return ''
      const indent = kind === 1 ? '      ' : '    '
      return `${indent}${Array.from({ length: 1 + random.below(4) }, word).join(' ')}`
    })
    checkDocument(`a: ${random.pick(['>-', '>', '|', '|-', '|+', '>+'])}\n    first\n${lines.join('\n')}\nb: 1\n`)
  }
})
