import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toNormalPath } from '@/lib/core/normal-path'
import { getRow } from '@/lib/store/schema/open'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const at = (subject: string, slug: string) => `/learn/${subject}/questions/${slug}`
const withAliases = (title: string, ...aliases: string[]) => toQuestionFile(title, { aliases })

test('a path is normalised before it is looked up', () => {
  const cases: [string, string | undefined][] = [
    ['/', '/'],
    ['//', '/'],
    ['/Learn/Law/', '/learn/law'],
    ['//learn///law//', '/learn/law'],
    ['/learn/l%61w', '/learn/law'],
    ['/Stra%C3%9Fe', '/straße'],
    ['/E%CC%81tude', '/étude'],
    ['/a%2Fb', undefined],
    ['/a%00', undefined],
    ['/a%ZZ', undefined],
    ['/a%E0%A4', undefined],
    ['/a\\b', undefined],
    ['a', undefined],
    ['https://example.org/a', undefined],
    [`/${'a'.repeat(2_048)}`, undefined],
    [`/${'ß'.repeat(400)}`, undefined],
    ['/\ud800', undefined],
  ]
  for (const [path, expected] of cases) assert.equal(toNormalPath(path), expected, path)
})

const mistakes: [name: string, files: Record<string, string>, findings: RegExp[]][] = [
  [
    'not a path',
    { 'law/a.md': withAliases('A?', 'https://example.org/a', '/b?c=d', '//evil.example') },
    [1, 2, 3].map(
      (_) => /^law\/a\.md:4:\d+ error alias-address {2}The alias “.*” is not an address\. Write only the path/,
    ),
  ],
  [
    'an address of the site itself',
    { 'law/a.md': withAliases('A?', '/', '/Search/', '/sitemap.xml', '/_next/static/a.js', '/authors/ada') },
    [1, 2, 3, 4, 5].map((_) => /^law\/a\.md:4:\d+ error alias-address {2}.*of the site itself/),
  ],
  [
    'its own address',
    { 'law/a.md': withAliases('A?', '/Learn/law/questions/a/') },
    [/^law\/a\.md:4:12 error alias-unique .* own address: it would redirect to itself/],
  ],
  [
    'the same twice in a file',
    { 'law/a.md': withAliases('A?', '/old', '/OLD') },
    [/^law\/a\.md:4:19 error alias-unique .* is listed twice/],
  ],
  [
    'an existing question',
    { 'law/a.md': withAliases('A?', at('law', 'b')), 'law/b.md': toQuestionFile('B?') },
    [/^law\/a\.md:4:12 error alias-unique .* is the address of learn\/law\/b\.md\. Remove it\./],
  ],
  [
    'addresses of each other: a loop',
    { 'law/a.md': withAliases('A?', at('law', 'b')), 'law/b.md': withAliases('B?', at('law', 'a')) },
    [/^law\/b\.md:4:12 error alias-unique .* address of learn\/law\/a\.md/, /^law\/a\.md:4:12 .* of learn\/law\/b\.md/],
  ],
  [
    'an existing subject',
    { 'law/a.md': withAliases('A?', '/learn/law') },
    [/^law\/a\.md:4:12 error alias-unique .* address of the subject law/],
  ],
  [
    'one address for two questions',
    { 'law/a.md': withAliases('A?', '/old'), 'law/b.md': withAliases('B?', '/x', '/old') },
    [/^law\/b\.md:4:17 error alias-unique {2}The alias “\/old” already redirects to the question in learn\/law\/a\.md/],
  ],
  [
    'to a question that is hidden from search engines',
    { 'law/a.md': toQuestionFile('A?', { aliases: ['/old'], no_index: true }) },
    [/^law\/a\.md:4:1 error alias-no-index /],
  ],
  [
    'removed but existing, removed but an alias',
    {
      'law/a.md': withAliases('A?', '/old'),
      './gone.yml': `# Removed\n${at('law', 'a')}:\n  reason: Wrong.\n/b:\n/old:\n  date: 2026-11-20\n`,
    },
    [
      /gone\.yml:2:1 error gone-exists .* is learn\/law\/a\.md/,
      /gone\.yml:5:1 error gone-exists .* an alias of learn\/law\/a\.md/,
    ],
  ],
  [
    'a list of removed addresses with mistakes',
    { './gone.yml': 'what: gone\n/a: now\n/b:\n  date: soon\n/c:\n  who: me\n/about:\n/d:\n/D/:\n' },
    [
      /gone\.yml:1:1 error gone-address {2}The removed address “what” is not an address/,
      /gone\.yml:2:1 error gone-address {2}The removed address “\/a” has a value/,
      /gone\.yml:3:1 error gone-address .*“\/b” has the field “date: "soon"”/,
      /gone\.yml:5:1 error gone-address .*“\/c” has the field “who: "me"”/,
      /gone\.yml:7:1 error gone-address .*“\/about” is an address of the site itself/,
      /gone\.yml:9:1 error gone-address .*“\/D\/” is listed twice/,
    ],
  ],
]

for (const [name, files, expected] of mistakes) {
  test(`old addresses: ${name}`, async () => {
    const { findings, published } = await new TemporaryLibrary(files).compile()
    assert.equal(findings.length, expected.length, findings.join('\n'))
    for (const pattern of expected)
      assert.ok(
        findings.some((line) => pattern.test(line)),
        `${pattern}\n${findings.join('\n')}`,
      )
    assert.equal(published, false)
  })
}

test('a new page at an old address is reported, at the alias and at the removed address', async () => {
  const library = new TemporaryLibrary({
    'law/a.md': withAliases('A?', at('law', 'b')),
    './gone.yml': `${at('law', 'c')}:\n`,
  })
  assert.deepEqual((await library.compile()).findings, [])
  library.write('law/b.md', toQuestionFile('B?'))
  library.write('law/c.md', toQuestionFile('C?'))
  for (const options of [{}, {}, { keepGoing: true }, { keepGoing: true }]) {
    const { findings } = await library.compile(options)
    assert.deepEqual(
      findings.map((line) => line.split('  ')[0]?.replace(/^.*\/gone/, 'gone')).sort(),
      ['gone.yml:1:1 error gone-exists', 'law/a.md:4:12 error alias-unique'],
      'until it is fixed',
    )
  }
  const { findAddress } = library.open()
  assert.deepEqual(findAddress(at('law', 'b')), { status: 'page' }, 'a page that exists is shown')
  assert.deepEqual(findAddress(at('law', 'c')), { status: 'page' })
  library.remove('law/b.md')
  library.remove('law/c.md')
  assert.deepEqual((await library.compile()).findings, [])
  assert.deepEqual(library.open().findAddress(at('law', 'b')), { status: 'moved', path: at('law', 'a') })
})

test('an old address follows its question through any edits, and redirects straight to the canonical page', async () => {
  const library = new TemporaryLibrary({ 'law/a.md': withAliases('A?', '/first', at('law', 'second')) })
  await library.compile()
  assert.deepEqual(library.open().findAddress('/First/'), { status: 'moved', path: at('law', 'a') })

  library.remove('law/a.md')
  library.write('law/b.md', withAliases('A?', '/first', at('law', 'second'), at('law', 'a')))
  await library.compile()
  for (const old of ['/first', at('law', 'second'), at('law', 'a')]) {
    assert.deepEqual(library.open().findAddress(old), { status: 'moved', path: at('law', 'b') })
    assert.deepEqual(library.open().findAddress(`${old}.md`), { status: 'moved', path: `${at('law', 'b')}.md` })
  }

  library.write('medicine/b.md', toQuestionFile('A?', { date: '2020-01-01' }, 'The answer to “A?”.'))
  await library.compile()
  assert.deepEqual(
    library.open().findAddress('/first'),
    { status: 'moved', path: at('medicine', 'b') },
    'the canonical page',
  )

  library.write('law/b.md', withAliases('A?', '/first'))
  library.write('./gone.yml', `${at('law', 'second')}:\n  date: 2026-11-20\n  reason: Asked nowhere.\n`)
  await library.compile()
  assert.deepEqual(library.open().findAddress(at('law', 'second')), { status: 'removed' })
  assert.deepEqual(library.open().findAddress(at('law', 'a')), { status: 'unknown' })

  library.remove('./gone.yml')
  await library.compile()
  assert.deepEqual(library.open().findAddress(at('law', 'second')), { status: 'unknown' })
})

test('a hundred thousand old addresses are each found by key (for query plans see no-walk.test.ts)', {
  timeout: 120_000,
}, async () => {
  const files = Object.fromEntries(
    Array.from({ length: 200 }, (_, file) => {
      const aliases = Array.from({ length: 500 }, (_, index) => at('old', `question-${file}-${index}`))
      return [`law/q${file}.md`, toQuestionFile(`Question ${file}?`, { aliases })]
    }),
  )
  const library = new TemporaryLibrary(files)
  assert.deepEqual((await library.compile()).findings, [])
  const { store, findAddress } = library.open()
  assert.equal(getRow<{ aliases: number }>(store.prepare('SELECT count(*) AS aliases FROM alias'))?.aliases, 100_000)
  for (const file of [0, 57, 199]) {
    assert.deepEqual(findAddress(at('old', `question-${file}-499`)), { status: 'moved', path: at('law', `q${file}`) })
  }
})
