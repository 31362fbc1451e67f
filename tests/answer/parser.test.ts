import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { createParser, parse } from '@/lib/answer/parser'
import { shortenPlainBlocks } from '@/lib/answer/plain-blocks'

const kinds = ['real', 'literal', 'real-in-field'] as const
const whole = {
  real: createParser('real'),
  literal: createParser('literal'),
  'real-in-field': createParser('real-in-field'),
}

/** Beginnings and parts of everything that constructs match, also as character references, and possible surroundings. */
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

/** Blocks that are plain if they are paragraphs or headings, and what they may be part of instead. */
const blocks = fc.oneof(
  { weight: 3, arbitrary: fragments },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        'Plain words, of a line.',
        '## Plain words',
        'It is \uE0000\uE001 here',
        'x',
        'See www.a.org',
        'Ends in a space ',
      ],
      ...[
        '- item',
        '1. item',
        '> quote',
        '    code',
        '[^1]: note',
        '[plain words]: /a',
        '[Plain words]',
        '| a |\n| - |',
      ],
      ...['<!-- a', '-->', '<div>', '</div>', '<sub>', '**', '~~~', '\\', '  ', '\t', '===', '---', '# # #', '\uFEFF'],
    ),
  },
)

test('leaving out constructs does not change how a text is parsed', () => {
  const property = fc.property(fc.array(fragments, { maxLength: 24 }), fc.constantFrom(...kinds), (parts, breaks) => {
    const markdown = parts.join('')
    assert.deepEqual(parse(markdown, breaks), whole[breaks].parse(markdown), JSON.stringify(markdown))
  })
  fc.assert(property, { numRuns: 4_000, seed: 12 })
})

test('shortening plain blocks does not change how a text is parsed', () => {
  const texts = fc.array(fc.tuple(blocks, fc.constantFrom('\n\n', '\n\n', '\n\n\n', '\n', '')), { maxLength: 16 })
  const property = fc.property(texts, fc.constantFrom(...kinds), (parts, breaks) => {
    const markdown = parts.flat().join('')
    assert.deepEqual(parse(markdown, breaks), whole[breaks].parse(markdown), JSON.stringify(markdown))
  })
  fc.assert(property, { numRuns: 6_000, seed: 13 })
})

test('neither changes how the files of our own content are parsed', () => {
  const files = readdirSync('content/learn', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  )
  assert.ok(files.length > 50)
  for (const file of files) {
    const markdown = readFileSync(path.join('content/learn', file), 'utf8')
    for (const breaks of kinds) assert.deepEqual(parse(markdown, breaks), whole[breaks].parse(markdown), file)
  }
})

test('constructs that a text cannot have are left out', () => {
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

test('plain blocks between empty lines are shortened to one letter each', () => {
  const cases: [string, string][] = [
    ['Plain words.\n\n- item\n\n## Plain words', 'x\n\n- item\n\n## x'],
    [
      'Two\nlines\n\nMore **words**\n\nEnds in a space \n\n# Three #',
      'Two\nlines\n\nMore **words**\n\nEnds in a space \n\n# Three #',
    ],
    ['See www.a.org\n\nPlain', 'See www.a.org\n\nx'],
    ['```\n\nPlain\n\n```', '```\n\nPlain\n\n```'],
  ]
  for (const [markdown, expected] of cases) assert.equal(shortenPlainBlocks(markdown).markdown, expected)
})
