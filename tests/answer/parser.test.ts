import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { createParser, parse } from '@/lib/answer/parser'

const kinds = ['real', 'literal', 'real-in-field'] as const
const whole = {
  real: createParser('real'),
  literal: createParser('literal'),
  'real-in-field': createParser('real-in-field'),
}

/** Beginnings and parts of all that is looked for, and what may stand around it, also written as references. */
const fragments = fc.constantFrom(
  ...['a@b.org', 'a.b-c+d@e-f.example', '&#64;', '&commat;', '@', 'mailto:a@b.org', 'xmpp:a@b.org/c', '\\@'],
  ...['www.a.org', 'WWW.A.ORG', 'w', 'ww&#119;.a.org', 'https://a.org/b?c=d', 'HTTP://A.ORG', 'http&colon;//a.org'],
  ...['http:\\//a.org', '&#x68;ttp://a.org', '<https://a.org>', '<a@b.org>', '[a](https://b.org)', '[www](/c)'],
  ...['|', 'a | b', '| - | - |', ':-', '-:', ':-:', '---', '- | -', '\\|', '&#124;', '&vert;', ':', '-', '\\:-'],
  ...[
    '\n',
    '\n\n',
    '\n> ',
    '\n- ',
    '\n1. ',
    '    ',
    ' ',
    '`',
    '``',
    '*',
    '**',
    '_',
    '~~',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
  ],
  ...[
    '[^1]',
    '[^1]: ',
    '- [ ] ',
    '# ',
    '\n```\n',
    '。',
    '，',
    '“',
    'x',
    'é',
    '漢字',
    '\uE0000\uE001',
    '<sub>',
    '</sub>',
  ],
)

test('a text is parsed as if everything were looked for everywhere', () => {
  const property = fc.property(fc.array(fragments, { maxLength: 24 }), fc.constantFrom(...kinds), (parts, breaks) => {
    const markdown = parts.join('')
    assert.deepEqual(parse(markdown, breaks), whole[breaks].parse(markdown), JSON.stringify(markdown))
  })
  fc.assert(property, { numRuns: 4_000, seed: 12 })
})

test('so are the files of our own content', () => {
  const files = readdirSync('content/learn', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  )
  assert.ok(files.length > 50)
  for (const file of files) {
    const markdown = readFileSync(path.join('content/learn', file), 'utf8')
    for (const breaks of kinds) assert.deepEqual(parse(markdown, breaks), whole[breaks].parse(markdown), file)
  }
})

test('nothing is looked for that a text cannot have', () => {
  const plain = createParser('real', ['emailAutolink', 'wwwAutolink', 'protocolAutolink', 'table'], false)
  const markdown = 'a@b.org www.a.org http://a.org\n\n| a |\n| - |'
  const types = (tree: ReturnType<typeof parse>) => JSON.stringify(tree).match(/"type":"(?:link|table)"/g) ?? []
  assert.deepEqual(types(plain.parse(markdown)), [])
  assert.deepEqual(types(parse(markdown, 'real')), [
    '"type":"link"',
    '"type":"link"',
    '"type":"link"',
    '"type":"table"',
  ])
})
