import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { load } from 'js-yaml'
import { locateFields } from '@/lib/compiler/source/front-matter'
import { parsePlainYaml } from '@/lib/compiler/source/plain-yaml'
import type { FieldPlace } from '@/lib/compiler/source/scalar-offset'
import { Corpus } from '@/tools/corpus/corpus'
import { Random } from '@/tools/corpus/random'

/** What the real parser reads; undefined if it refuses. */
function loadOrUndefined(yaml: string): unknown {
  try {
    return load(yaml, { maxAliases: 0 })
  } catch {
    return undefined
  }
}

function readPlain(yaml: string) {
  const places = new Map<string, FieldPlace>()
  const fields = parsePlainYaml(yaml, places)
  if (fields) assert.deepEqual(parsePlainYaml(yaml), fields)
  return fields && { fields, places }
}

const frontMatterOf = (text: string) => text.slice(4, text.indexOf('\n---', 4) + 1)

test('reads every file of a generated library as the real parser does', () => {
  for (const { text } of new Corpus(500, 7).files()) {
    const yaml = frontMatterOf(text)
    const plain = readPlain(yaml)
    assert.ok(plain)
    assert.deepEqual(plain.fields, load(yaml))
    assert.deepEqual(plain.places, locateFields(yaml))
  }
})

test('reads our own files as the real parser does, or leaves them to it', () => {
  let read = 0
  for (const file of readdirSync('content/learn', { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.md')) continue
    const yaml = frontMatterOf(readFileSync(path.join('content/learn', file), 'utf8'))
    const plain = readPlain(yaml)
    if (!plain) continue
    assert.deepEqual(plain.fields, load(yaml), file)
    assert.deepEqual(plain.places, locateFields(yaml), file)
    read += 1
  }
  assert.ok(read > 50, `${read} files`)
})

/** Pieces with a meaning in YAML, combined at random: whatever is read must be what the real parser reads. */
const names = ['a', 'title', 'seo', 'x1', '_schema', 'b-c', '"d"', '? e']
const values = [
  'word',
  'two words',
  '12',
  '-1.0',
  '007',
  '1e3',
  '0x1f',
  '.5',
  '1_000',
  '2024-11-27',
  '2024-11-27 10:00',
  'true',
  'True',
  'yes',
  'no',
  'null',
  '~',
  '',
  'a: b',
  'a:b',
  'a #b',
  'a#b',
  '#c',
  '- item',
  '-x',
  '[1, 2]',
  '{a: 1}',
  '"quoted"',
  '"a\\nb"',
  '"a" b',
  "'single'",
  '&x y',
  '*x',
  '!!str 5',
  '|',
  '>',
  '>-',
  '>+',
  '@at',
  '`tick',
  '%dir',
  'trailing ',
  'tab\there',
  'a, b',
  '/learn/x',
  'C++',
  'é',
  '.inf',
  'on',
  '1.',
  '+1',
  '---',
  '...',
  '- ',
  ': x',
]
const continuations = [
  '    folded text',
  '    folded: text',
  '     deeper',
  '    ',
  '',
  '  shallow',
  '\ttab',
  '    # not a comment',
  '    trailing ',
  '- item',
  '    - item',
  '    - of $x$, *y* and z',
  '    - "quoted: yes"',
  '    - name: value',
  '    - name:',
  '    - 12',
  '    -  - item',
  '    - ',
  '    -x',
  '  - item',
  '  - trailing ',
  '# comment',
  '    \\n\\nliteral',
]

test('what it reads of random YAML is what the real parser reads', () => {
  const random = new Random(11)
  let read = 0
  let lists = 0
  for (let round = 0; round < 120_000; round += 1) {
    const lines: string[] = []
    for (let line = random.below(4) + 1; line > 0; line -= 1) {
      const indent = ' '.repeat(random.pick([0, 0, 0, 2, 4]))
      const value = random.chance(0.2) ? '' : `${random.chance(0.9) ? ' ' : ''}${random.pick(values)}`
      lines.push(`${indent}${random.pick(names)}:${value}`)
      for (let more = random.pick([0, 0, 1, 1, 2]); more > 0; more -= 1) lines.push(random.pick(continuations))
    }
    const yaml = `${lines.join('\n')}\n`
    const plain = readPlain(yaml)
    if (!plain) continue
    read += 1
    if (Object.values(plain.fields).some(Array.isArray)) lists += 1
    assert.deepEqual(plain.fields, loadOrUndefined(yaml), yaml)
    assert.deepEqual(plain.places, locateFields(yaml), yaml)
  }
  assert.ok(read > 1_000 && lists > 100, `${read} read, ${lists} with a list`)
})
