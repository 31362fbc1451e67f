import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { main } from '@/scripts/merge'
import { runOn } from '../run-command'
import { TemporaryLibrary, toQuestionFile, toRelated } from '../temporary-library'

const a = '/learn/law/questions/a'
const b = '/learn/law/questions/b'
const bytes = (library: TemporaryLibrary, file: string) => readFileSync(library.toPath(file), 'utf8')

test('A is merged into B: its file is removed, its addresses redirect, and links to it are rewritten once', async () => {
  const library = new TemporaryLibrary({
    'law/a.md': toQuestionFile('A?', { aliases: ['/learn/law/questions/old'], canonical: b }),
    'law/b.md': `---\ntitle: B?\ndate: 2026-01-15\nrelated_article1:\n  url: ${a}\nscore: -1.0 # none\n---\nText\n`,
    'art/c.md': `---\ntitle: C?\ndate: 2026-01-15\nrelated_article1:\n  url: ${b}\nrelated_article2:\n  url: ${a}\n---\n[x](${a})\n`,
    'art/d.md': toQuestionFile('D?', toRelated(a)),
  })
  const { status, stderr } = await runOn(library, main, a, library.toPath('law/b.md'))
  assert.equal(status, 0, stderr)
  assert.ok(!existsSync(library.toPath('law/a.md')))
  assert.equal(
    bytes(library, 'law/b.md'),
    `---\ntitle: B?\ndate: 2026-01-15\nscore: -1.0 # none\naliases:\n  - ${a}\n  - /learn/law/questions/old\n---\nText\n`,
  )
  assert.equal(
    bytes(library, 'art/c.md'),
    `---\ntitle: C?\ndate: 2026-01-15\nrelated_article1:\n  url: ${b}\n---\n[x](${b})\n`,
  )
  assert.equal(bytes(library, 'art/d.md'), toQuestionFile('D?', toRelated(b)))
  assert.deepEqual((await library.compile()).findings, [])
  assert.equal(library.open().findAddress(a).status, 'moved')
})

test('--keep: A keeps its page and names B; --dry-run changes nothing', async () => {
  const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('A?'), 'law/b.md': toQuestionFile('B?') })
  assert.equal((await runOn(library, main, a, b, '--dry-run')).status, 0)
  assert.equal(bytes(library, 'law/a.md'), toQuestionFile('A?'))
  assert.equal((await runOn(library, main, a, b, '--keep')).status, 0)
  assert.match(bytes(library, 'law/a.md'), /\ncanonical: \/learn\/law\/questions\/b\n---/)
})

test('a plan of all copies is written, edited and applied', async () => {
  const copy = toQuestionFile('Same?', {}, 'The same answer.')
  const library = new TemporaryLibrary(
    Object.fromEntries(['art/x', 'law/x', 'art/y', 'law/y', 'art/z', 'law/z'].map((name) => [`${name}.md`, copy])),
  )
  const plan = path.join(library.root, 'plan.yml')
  assert.equal((await runOn(library, main, '--plan', plan)).status, 0)
  const written = readFileSync(plan, 'utf8')
  const toGroup = (slug: string) =>
    `- canonical: /learn/art/questions/${slug}\n  copies:\n    - /learn/law/questions/${slug}\n`
  for (const slug of ['x', 'y', 'z']) assert.ok(written.includes(toGroup(slug)), written)
  writeFileSync(plan, written.replace(toGroup('z'), '').replace(toGroup('y'), toGroup('y').replace('copies', 'merge')))
  const { status, stderr } = await runOn(library, main, '--apply', plan)
  assert.equal(status, 0, stderr)
  assert.match(bytes(library, 'law/x.md'), /\ncanonical: \/learn\/art\/questions\/x\n/)
  assert.ok(!existsSync(library.toPath('law/y.md')))
  assert.match(bytes(library, 'art/y.md'), /aliases:\n {2}- \/learn\/law\/questions\/y\n/)
  assert.equal(bytes(library, 'law/z.md'), copy)
})

test('an impossible merge: a sentence, and nothing changed', async () => {
  const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('A?') })
  const plan = path.join(library.root, 'plan.yml')
  writeFileSync(plan, `- canonical: ${a}\n  copies: [${a}]\n`)
  for (const [expected, message, ...args] of [
    [1, /no valid question at/, a, b],
    [1, /with itself/, a, a],
    [2, /in the plan twice/, '--apply', plan],
    [2, /Give two questions/, a],
    [2, /Give two questions/, '--apply', plan, a, b],
  ] as [number, RegExp, ...string[]][]) {
    const { status, stderr } = await runOn(library, main, ...args)
    assert.equal(status, expected, stderr)
    assert.match(stderr, message)
  }
  assert.equal(bytes(library, 'law/a.md'), toQuestionFile('A?'))
})

test('mistakes in a plan are reported with its file, and invalid YAML with line and column', async () => {
  const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('A?') })
  const plan = path.join(library.root, 'plan.yml')
  for (const [text, told] of [
    ['', ': expected a document'],
    [`- canonical: ${a}\n  copies: [\n`, ':3:1: '],
    [`- canonical: ${a}\n  canonical: ${b}\n`, ':2:3: duplicated mapping key'],
    ['- canonical: 5\n', ': Expected an address in the plan; found 5.'],
    ['- copy: x\n', ': “copy” is not known in a plan'],
    ['canonical: x\n', ': The plan is not a list of groups'],
  ] as const) {
    writeFileSync(plan, text)
    const { status, stderr } = await runOn(library, main, '--apply', plan)
    assert.equal(status, 2)
    assert.ok(stderr.startsWith(plan + told), stderr)
  }
})
