import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { main } from '@/scripts/rename'
import { runOn } from '../run-command'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const old = '/learn/law/questions/old'
const renamed = '/learn/law/questions/new'

const bytes = (library: TemporaryLibrary, file: string) => readFileSync(library.toPath(file), 'utf8')

const listAll = (library: TemporaryLibrary) =>
  readdirSync(library.contentDir, { recursive: true, encoding: 'utf8' }).sort()

/** A file's text with changes marked as «before|after». */
const before = (marked: string) => marked.replace(/«([^|»]*)\|[^»]*»/g, '$1')
const after = (marked: string) => marked.replace(/«[^|»]*\|([^»]*)»/g, '$1')

const toOwn = (rest = '', body = 'Text') => `---\ntitle: Old?\ndate: 2026-01-15\n${rest}---\n${body}\n`
const toOther = (rest: string, body = 'Text') => `---\ntitle: Other?\ndate: 2026-01-15\n${rest}---\n${body}\n`

/** The renamed file itself: what the case is about, and its text with changes marked. */
const ownFiles: [what: string, marked: string][] = [
  ['in short', toOwn('«|aliases:\n  - /learn/law/questions/old\n»')],
  [
    'with every field that names its address',
    toOwn(`url: «${old}|${renamed}»\n«|aliases:\n  - ${old}\n»file_name: «old|new».md\nscore: -1.0\n`),
  ],
  [
    'in quotes, with comments',
    toOwn(
      `url: "«${old}|${renamed}»"   # its address\n«|aliases:\n  - ${old}\n»file_name: '«old|new».md' # its name\n`,
    ),
  ],
  ['in a block', toOwn(`url: >-\n    «${old}|${renamed}»\nfile_name: |-\n  «old|new».md\n«|aliases:\n  - ${old}\n»`)],
  [
    'with a list of aliases',
    toOwn(`aliases:\n    - /a # the first\n    -   "/b"\n    - /c # the last\n«|    - ${old}\n»score: 1\n`),
  ],
  ['with aliases in brackets', toOwn(`aliases: [/a, "/b"«|, ${old}»] # old\n`)],
  ['with empty brackets', toOwn(`aliases: [«|${old}»]\n`)],
  ['with an empty list', toOwn(`aliases:«|\n  - ${old}»\nscore: 1\n`)],
  ['renamed back to one of its aliases', toOwn(`aliases:\n  - /a\n  - «${renamed}|${old}» # was here\n`)],
  ['with a link to itself', toOwn(`«|aliases:\n  - ${old}\n»`, `See [above](«${old}|${renamed}»#part).`)],
  ['hidden from search engines: no alias', toOwn('no_index: true\n')],
]

for (const [what, marked] of ownFiles) {
  test(`the file itself, ${what}, keeps every other byte`, async () => {
    const library = new TemporaryLibrary({ 'law/old.md': before(marked) })
    assert.equal((await runOn(library, main, old, renamed)).status, 0)
    assert.deepEqual(listAll(library), ['learn', 'learn/law', 'learn/law/new.md'])
    assert.equal(bytes(library, 'law/new.md'), after(marked))
    assert.deepEqual((await library.compile()).findings, [])
  })
}

const link = `«${old}|${renamed}»`

/** Another file: its text with changes marked. */
const otherFiles: [what: string, marked: string][] = [
  ['a related link', toOther(`related_article2:\n  id: 1\n  title: ${old}\n  url: ${link}\n`)],
  [
    'quoted and folded ones',
    toOther(
      `related_article1: { url: "${link}" }\nrelated_article3:\n    url: >-\n        ${link}\n    subject: Law\n`,
    ),
  ],
  ['its canonical page', toOther(`canonical: '${link}'\n`)],
  ['the body', toOther('', `[a](${link}), [b](<${link}#x> "t"), ![c](${link}?q)\n\n[d]: ${link}\n[e]:\n  ${link}`)],
  ['the site’s own name', toOther('', `[a](http://localhost:4500${link}) <http://localhost:4500${link}>`)],
  [
    'an answer in a folded field',
    toOther(`answer: >-\n    One\\n\\n[a](${link})\\n\\n- [b](${link}).\\n\\nSee [c](${link})\n`),
  ],
  ['an answer in quotes', toOther(`answer: "See \\"[a](${link})\\""\n`)],
  [
    'what only looks like it',
    toOther(
      `related_article1:\n  url: ${old}-er\n`,
      `[a](${old}-er) [b](${old}/more) [c](https://other.example${old}) ${old} “${old}”`,
    ),
  ],
  ['code', toOther('', `\`[a](${old})\` [b](${link})\n\n\`\`\`md\n[c](${old})\n\`\`\`\n\n[d](${link})`)],
  [
    'code in a folded answer',
    toOther(`answer: >-\n    \`[a](${old})\`\\n\\n\`\`\`md\\n[c](${old})\\n\`\`\`\\n\\n[d](${link})\n`),
  ],
]

for (const [what, marked] of otherFiles) {
  test(`links of another file, ${what}: rewritten, and every other byte kept`, async () => {
    for (const toFile of [(text: string) => text, (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`]) {
      const library = new TemporaryLibrary({ 'law/old.md': toOwn(), 'art/other.md': toFile(before(marked)) })
      assert.equal((await runOn(library, main, library.toPath('law/old.md'), renamed)).status, 0)
      assert.equal(bytes(library, 'art/other.md'), toFile(after(marked)))
    }
  })
}

test('a question that moves to another subject gets that subject’s name, also next to links from others', async () => {
  const other = toOther(
    `related_article1:\n  subject: «Law|"Art: all of it"»\n  url: «${old}|/learn/art/questions/old»\n`,
  )
  const library = new TemporaryLibrary({
    'law/part/old.md': toOwn('subject: Law\n'),
    'law/other.md': before(other),
    './subjects/art.yml': 'title: "Art: all of it"\n',
  })
  const { status, stdout } = await runOn(library, main, old, '/learn/art/questions/old')
  assert.equal(status, 0)
  assert.match(stdout, /learn\/law\/part\/old\.md → .*learn\/art\/old\.md\n[\s\S]*learn\/law\/other\.md:5:/)
  assert.match(
    bytes(library, 'art/old.md'),
    /subject: "Art: all of it"\naliases:\n {2}- \/learn\/law\/questions\/old\n/,
  )
  assert.equal(bytes(library, 'law/other.md'), after(other))
})

test('a file in a subfolder stays there, and renaming it back and forth changes only its alias', async () => {
  const library = new TemporaryLibrary({
    'law/part/old.md': toOwn(`url: ${old}\n`),
    'art/other.md': toOther(`canonical: ${old}\n`),
  })
  const other = bytes(library, 'art/other.md')
  assert.equal((await runOn(library, main, old, renamed)).status, 0)
  assert.ok(existsSync(library.toPath('law/part/new.md')))
  assert.equal((await runOn(library, main, renamed, old)).status, 0)
  assert.equal(bytes(library, 'law/part/old.md'), toOwn(`url: ${old}\naliases:\n  - ${renamed}\n`))
  assert.equal(bytes(library, 'art/other.md'), other)
  assert.deepEqual((await library.compile()).findings, [])
})

test('a question that is hidden from search engines leaves no alias behind, and the command says so', async () => {
  const library = new TemporaryLibrary({ 'law/old.md': toOwn('no_index: true\n') })
  const { status, stdout } = await runOn(library, main, old, renamed)
  assert.equal(status, 0)
  assert.match(stdout, /\/learn\/law\/questions\/old is not kept/)
  assert.equal(bytes(library, 'law/new.md'), toOwn('no_index: true\n'))
})

test('--dry-run prints what would change and changes nothing', async () => {
  const library = new TemporaryLibrary({ 'law/old.md': toOwn(), 'art/other.md': toOther(`canonical: ${old}\n`) })
  const { status, stdout } = await runOn(library, main, old, renamed, '--dry-run')
  assert.equal(status, 0)
  assert.match(stdout, /learn\/art\/other\.md:4:12/)
  assert.equal(bytes(library, 'law/old.md'), toOwn())
  assert.equal(bytes(library, 'art/other.md'), toOther(`canonical: ${old}\n`))
})

test('an invalid file is left as it is, and named if it mentions the address', async () => {
  const broken = `---\ntitle: Broken\n---\n[a](${old})\n`
  const library = new TemporaryLibrary({ 'law/old.md': toOwn(), 'art/broken.md': broken, 'art/worse.md': 'x' })
  const { status, stderr } = await runOn(library, main, old, renamed)
  assert.equal(status, 0)
  assert.match(stderr, /art\/broken\.md mentions \/learn\/law\/questions\/old/)
  assert.doesNotMatch(stderr, /worse\.md mentions/)
  assert.equal(bytes(library, 'art/broken.md'), broken)
})

const refused: [what: string, status: 1 | 2, args: string[], message: RegExp][] = [
  ['a question that does not exist', 1, ['/learn/law/questions/olt', renamed], /no valid question at/],
  [
    'one whose slug is used elsewhere',
    1,
    ['/learn/art/questions/old', renamed],
    /Did you mean \/learn\/law\/questions\/old/,
  ],
  ['an alias of another question', 1, [old, '/learn/art/questions/before'], /is an alias in .*art\/other\.md/],
  ['a removed address', 1, [old, '/learn/art/questions/gone'], /listed as removed in .*gone\.yml/],
  ['an address that is taken', 1, [old, '/learn/art/questions/other'], /is taken by .*art\/other\.md/],
  [
    'an address that a file in a subfolder has',
    1,
    [old, '/learn/art/questions/deep'],
    /is taken by .*art\/part\/deep\.md/,
  ],
  ['a file that is not valid', 1, [old, '/learn/art/questions/broken'], /broken\.md already exists/],
  ['its own address', 1, [old, old], /already/],
  ['an unknown subject', 2, [old, '/learn/lav/questions/new'], /Did you mean law\?/],
  ['a symbolic link', 2, [old, '/learn/linked/questions/new'], /no subject/],
  ['a path out of the content folder', 2, [old, '/learn/../../etc/questions/passwd'], /is not a question/],
  ['a file outside', 2, [old, '/tmp/new.md'], /is not a question/],
  ['a path with dots', 2, [old, 'learn/law/../../../new.md'], /is not a question/],
  ['capital letters', 2, [old, '/learn/law/questions/New'], /is not a question/],
  ['an encoded slash', 2, [old, '/learn/law/questions/a%2Fb'], /is not a question/],
  ['one address', 2, [old], /old and the new/],
  ['three addresses', 2, [old, renamed, renamed], /old and the new/],
]

const other = toOther(`canonical: ${old}\naliases: [/learn/art/questions/before]\n`)

for (const [what, expected, args, message] of refused) {
  test(`${what}: status ${expected}, a sentence, nothing changed`, async () => {
    const library = new TemporaryLibrary({
      'law/old.md': toOwn(),
      'art/other.md': other,
      './gone.yml': '/learn/art/questions/gone:\n',
      'art/part/deep.md': toQuestionFile('Deep?'),
      'art/broken.md': 'broken',
    })
    mkdirSync(path.join(library.root, 'outside'))
    symlinkSync(path.join(library.root, 'outside'), library.toPath('linked'))
    const files = listAll(library)
    const { status, stderr } = await runOn(library, main, ...args)
    assert.equal(status, expected, stderr)
    assert.match(stderr, message)
    assert.deepEqual(listAll(library), files)
    assert.equal(bytes(library, 'law/old.md'), toOwn())
    assert.equal(bytes(library, 'art/other.md'), other)
  })
}
