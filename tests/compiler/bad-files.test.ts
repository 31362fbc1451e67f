import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const good = toQuestionFile('Good?')

/** A file's content, and the beginning of the line that is reported on it. */
const cases: [name: string, content: string | Buffer, finding: string][] = [
  ['no front matter', 'Just text\n', 'bad.md:1:1 error front-matter  The file does not begin with front matter.'],
  ['empty', '', 'bad.md:1:1 error front-matter  The file does not begin'],
  [
    'no closing fence',
    '---\ntitle: A?\n',
    'bad.md:1:1 error front-matter  The front matter that begins here has no end.',
  ],
  [
    'broken YAML',
    '---\ntitle: A?\ndate: [2026-01-15\n---\nText\n',
    'bad.md:3:7 error yaml  The [ that opens here is not closed.',
  ],
  ['a colon in a title', '---\ntitle: A: B?\ndate: 2026-01-15\n---\nText\n', 'bad.md:2:9 error text-quotes  '],
  [
    'a key twice',
    '---\ntitle: A?\ndate: 2026-01-15\ntitle: B?\n---\nText\n',
    'bad.md:4:1 error yaml  Duplicated mapping key. Keep one',
  ],
  [
    'a zero byte',
    '---\ntitle: A?\ndate: 2026-01-15\n---\nSome\0 text\n',
    'bad.md:5:5 error encoding  There is a zero byte here, which text never contains.',
  ],
  [
    'UTF-16 without a mark',
    Buffer.from('---\ntitle: A?\n', 'utf16le'),
    'bad.md:1:2 error encoding  There is a zero byte here, which text never contains.',
  ],
  [
    'a zero byte that YAML writes',
    '---\ntitle: "A\\0B?"\ndate: 2026-01-15\n---\nText\n',
    'bad.md:2:1 error field-type  “title” is "A\\u0000B?"; expected text without \\u0000',
  ],
  [
    'half a character in a list',
    '---\ntitle: A?\ndate: 2026-01-15\nsources: ["\\ud800"]\n---\nText\n',
    'bad.md:4:12 error field-type  “sources.0” is "\\ud800"; expected text without \\u0000',
  ],
  ['an alias', '---\ntitle: A?\nid: &t 1\ndate: *t\n---\nText\n', 'bad.md:4:7 error yaml  '],
  ['a list for fields', '---\n- title\n---\nText\n', 'bad.md:2:1 error yaml  Expected fields'],
  ['a missing field', '---\ndate: 2026-01-15\n---\nText\n', 'bad.md:2:1 error field-required  “title” is missing'],
  [
    'an empty required field',
    '---\ntitle:\ndate: 2026-01-15\n---\nText\n',
    'bad.md:2:1 error field-required  “title” is missing',
  ],
  [
    'a number for text',
    '---\ntitle: 1984\ndate: 2026-01-15\n---\nText\n',
    'bad.md:2:1 error field-type  “title” is 1984; expected text. Put it in quotes: "1984".',
  ],
  [
    'text for a number',
    '---\ntitle: A?\nid: "12"\ndate: 2026-01-15\n---\nText\n',
    'bad.md:3:1 error field-type  “id” is "12"; expected a number',
  ],
  [
    'text for a boolean',
    '---\ntitle: A?\ndate: 2026-01-15\nno_index: "yes"\n---\nText\n',
    'bad.md:4:1 error field-type  “no_index”',
  ],
  [
    'text for fields',
    '---\ntitle: A?\ndate: 2026-01-15\nseo: words\n---\nText\n',
    'bad.md:4:1 error field-type  “seo” is "words"; expected fields of its own',
  ],
  [
    'a wrong field inside',
    '---\ntitle: A?\ndate: 2026-01-15\nseo:\n  page_description: 5\n---\nText\n',
    'bad.md:5:3 error field-type  “seo.page_description” is 5',
  ],
  [
    'a link without address',
    '---\ntitle: A?\ndate: 2026-01-15\nrelated_article1:\n  id: 3\n---\nText\n',
    'bad.md:4:1 error field-required  “related_article1.url” is missing',
  ],
  [
    'a word outside the list',
    '---\ntitle: A?\ndate: 2026-01-15\norigin: robot\n---\nText\n',
    'bad.md:4:1 error field-type  “origin” is "robot"; expected one of human, ai-assisted, ai.',
  ],
  [
    'an impossible date',
    '---\ntitle: A?\ndate: 2025-02-29\n---\nText\n',
    'bad.md:3:1 error date  “date” is "2025-02-29", which is not a calendar day',
  ],
  [
    'a year with a slip',
    '---\ntitle: A?\ndate: 0026-01-15\n---\nText\n',
    'bad.md:3:1 error date  “date” is "0026-01-15", which is not a calendar day',
  ],
  ['a date in another form', '---\ntitle: A?\ndate: 15/01/2026\n---\nText\n', 'bad.md:3:1 error date  '],
  [
    'a wrong url',
    toQuestionFile('A?', { url: '/learn/law/questions/other' }),
    'bad.md:4:1 error path-agrees  “url” says /learn/law/questions/other, but the file is learn/law/bad.md',
  ],
  [
    'a wrong file name',
    toQuestionFile('A?', { file_name: 'other.md' }),
    'bad.md:4:1 error path-agrees  “file_name” says other.md',
  ],
  ['no answer', '---\ntitle: A?\ndate: 2026-01-15\n---\n\n&nbsp;', 'bad.md:5:1 error answer-empty  '],
  ['an answer of breaks', '---\ntitle: A?\ndate: 2026-01-15\nanswer: \\n\\n\n---\n', 'bad.md:6:1 error answer-empty  '],
  [
    'Latin-1',
    Buffer.from('---\ntitle: Caf\xe9?\n---\nText\n', 'latin1'),
    'bad.md:2:11 error encoding  The file is not UTF-8: found the byte 0xe9.',
  ],
  [
    'UTF-16',
    Buffer.from(`\ufeff${good}`, 'utf16le'),
    'bad.md:1:1 error encoding  The file is not UTF-8: found UTF-16.',
  ],
  ['5 MB', `${good}${'a'.repeat(5 * 1024 * 1024)}`, 'bad.md:1:1 error file-size  The file is 5121 KiB'],
  ['64 KiB', good.padEnd(64 * 1024 + 1, 'a'), 'bad.md:1:1 error file-size  The file is 65 KiB; the limit is 64.'],
  [
    'an unknown field',
    toQuestionFile('A?', { tittle: 'B' }),
    'bad.md:4:1 warning field-unknown  “tittle” is not a known field. Did you mean “title”?',
  ],
]

for (const [name, content, finding] of cases) {
  test(`a bad file: ${name}`, async () => {
    const library = new TemporaryLibrary({ 'law/bad.md': content, 'law/good.md': good })
    const { findings } = await library.compile()
    assert.equal(findings.length, 1, findings.join('\n'))
    assert.ok(findings[0]?.startsWith(`law/${finding}`), findings[0])
  })
}

test('all mistakes of all files are reported at once', async () => {
  const library = new TemporaryLibrary({
    'law/a.md': '---\ntitle: 5\ndate: never\nid: many\n---\n',
    'physics/b.md': 'no front matter',
  })
  const { findings, published } = await library.compile()
  assert.deepEqual(
    findings.map((line) => line.split('  ')[0]),
    [
      'law/a.md:2:1 error field-type',
      'law/a.md:3:1 error date',
      'law/a.md:4:1 error field-type',
      'law/a.md:6:1 error answer-empty',
      'physics/b.md:1:1 error front-matter',
    ],
  )
  assert.equal(published, false)
})

test('thousands of unknown fields are each reported at their place, and the places are looked up only once', async () => {
  const unknown = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`x${index}`, 1]))
  const { findings } = await new TemporaryLibrary({ 'law/a.md': toQuestionFile('A?', unknown) }).compile()
  assert.equal(findings.length, 3_000)
  assert.ok(findings.at(-1)?.startsWith('law/a.md:3003:1 warning field-unknown  “x2999”'), findings.at(-1))
})

test('two files for one address: both are named', async () => {
  const library = new TemporaryLibrary({ 'law/part-1/a.md': good, 'law/part-2/a.md': good })
  const { findings } = await library.compile()
  assert.equal(findings.length, 1)
  assert.match(
    findings[0] ?? '',
    /^law\/part-2\/a\.md:1:1 error address-unique {2}Two files have the address \/learn\/law\/questions\/a: this one and learn\/law\/part-1\/a\.md\./,
  )
})

test('a symbolic link out of the folder is refused, and its target is never read', async () => {
  const library = new TemporaryLibrary({ 'law/good.md': good })
  library.write('./../secret.md', toQuestionFile('Secret?'))
  symlinkSync(`${library.root}/secret.md`, library.toPath('law/link.md'))
  symlinkSync(library.root, library.toPath('outside'))
  const { findings } = await library.compile({ keepGoing: true })
  assert.deepEqual(
    findings.map((line) => line.split('  ')[0]),
    ['outside:1:1 error symbolic-link', 'law/link.md:1:1 error symbolic-link'],
  )
  assert.equal(library.open().countQuestions(), 1)
})

test('a pipe instead of a file is refused and never opened: reading it would never end', async () => {
  const library = new TemporaryLibrary({ 'law/good.md': good })
  mkdirSync(path.join(library.contentDir, 'subjects'))
  for (const file of ['learn/law/pipe.md', 'subjects/law.yml', 'gone.yml']) {
    assert.equal(spawnSync('mkfifo', [path.join(library.contentDir, file)]).status, 0)
  }
  const { findings } = await library.compile({ keepGoing: true })
  assert.deepEqual(
    findings.map(
      (line) =>
        /[^/]+:1:1 error symbolic-link {2}Pipes, sockets and devices are not read/.exec(line)?.[0].split(':')[0],
    ),
    ['gone.yml', 'pipe.md', 'law.yml'],
  )
  assert.equal(library.open().countQuestions(), 1)
  assert.deepEqual((await library.compile({ keepGoing: true, only: ['learn/law/pipe.md'] })).findings.length, 1)
})

test('a name that cannot become an address is refused', async () => {
  const library = new TemporaryLibrary({ 'law/What is Law.md': good, 'law/notes.txt': 'x', 'lost.md': good })
  const { findings } = await library.compile()
  assert.deepEqual(
    findings.map((line) => line.split('  ')[0]),
    ['lost.md:1:1 error file-name', 'law/What is Law.md:1:1 error file-name', 'law/notes.txt:1:1 error file-name'],
  )
})

test('a byte-order mark and CRLF are accepted', async () => {
  const library = new TemporaryLibrary({
    'law/bom.md': `\ufeff${good}`,
    'law/crlf.md': good.replaceAll('\n', '\r\n'),
  })
  const { findings } = await library.compile()
  assert.deepEqual(findings, [])
  const { getQuestion } = library.open()
  assert.equal(getQuestion({ subject: 'law', slug: 'bom' })?.title, 'Good?')
  assert.doesNotMatch(getQuestion({ subject: 'law', slug: 'crlf' })?.answer.text ?? '\r', /\r/)
})

test('positions are right in a CRLF file with a byte-order mark', async () => {
  const content = `\ufeff${toQuestionFile('A?', { id: 'x' }).replaceAll('\n', '\r\n')}`
  const { findings } = await new TemporaryLibrary({ 'law/a.md': content }).compile()
  assert.ok(findings[0]?.startsWith('law/a.md:4:1 error field-type'), findings[0])
})
