import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { main as create } from '@/scripts/new'
import { main } from '@/scripts/remove'
import { runOn } from '../run-command'
import { TemporaryLibrary, toQuestionFile, toRelated } from '../temporary-library'

const address = '/learn/law/questions/old'
const today = new Date().toISOString().slice(0, 10)

const readRemoved = (library: TemporaryLibrary) => readFileSync(library.toPath('./gone.yml'), 'utf8')

test('the file is removed, its addresses are listed as removed, and every link to it is listed with its place', async () => {
  const library = new TemporaryLibrary({
    'law/old.md': toQuestionFile('Old?', { aliases: ['/learn/law/questions/older'] }),
    'art/a.md': toQuestionFile('A?', toRelated(address), `[See](${address}).`),
    'art/b.md': toQuestionFile('B?', {}, `\`${address}\` is code.`),
  })
  const { status, stdout } = await runOn(library, main, address, '--reason', 'Asked twice: “see” A')
  assert.equal(status, 0)
  assert.ok(!existsSync(library.toPath('law/old.md')))
  assert.deepEqual(stdout.match(/art\/\w\.md:\d+:\d+/g), ['art/a.md:4:27', 'art/a.md:7:7'])
  assert.match(stdout, /2 links to it/)
  const entries = [address, '/learn/law/questions/older'].map(
    (path) => `${path}:\n  date: ${today}\n  reason: "Asked twice: “see” A"\n`,
  )
  assert.equal(readRemoved(library).replace(/^#.*\n/gm, ''), entries.join(''))
  assert.deepEqual((await library.compile()).findings, [])
  assert.equal(library.open().findAddress(address).status, 'removed')
  assert.equal(library.open().findAddress('/learn/law/questions/older').status, 'removed')
})

test('existing content of content/gone.yml stays as it is, byte for byte', async () => {
  for (const present of ['# Ours\r\n/learn/x/questions/y: # why\r\n  date: 2025-01-01\r\n', '/learn/x/questions/y:']) {
    const library = new TemporaryLibrary({ 'law/old.md': toQuestionFile('Old?'), './gone.yml': present })
    assert.equal((await runOn(library, main, library.toPath('law/old.md'))).status, 0)
    const lineEnd = present.includes('\r') ? '\r\n' : '\n'
    const entry = [`${address}:`, `  date: ${today}`, ''].join(lineEnd)
    assert.equal(readRemoved(library), `${present}${present.endsWith('\n') ? '' : '\n'}${entry}`)
  }
})

test('--dry-run lists and changes nothing', async () => {
  const library = new TemporaryLibrary({
    'law/old.md': toQuestionFile('Old?'),
    'art/a.md': toQuestionFile('A?', { canonical: address }),
  })
  const { status, stdout } = await runOn(library, main, address, '--dry-run')
  assert.equal(status, 0)
  assert.match(stdout, /art\/a\.md:4:13\n1 link to it/)
  assert.ok(existsSync(library.toPath('law/old.md')))
  assert.ok(!existsSync(library.toPath('./gone.yml')))
})

for (const [what, status, args] of [
  ['a question that does not exist', 1, ['/learn/law/questions/no']],
  ['no address', 2, []],
  ['two addresses', 2, [address, address]],
  ['a file outside the content folder', 2, ['/etc/passwd']],
  ['a way out', 2, ['learn/law/../../../x.md']],
] as const) {
  test(`${what}: status ${status}, a sentence, nothing changed`, async () => {
    const library = new TemporaryLibrary({ 'law/old.md': toQuestionFile('Old?') })
    const result = await runOn(library, main, ...args)
    assert.equal(result.status, status, result.stderr)
    assert.match(result.stderr, /^[A-Z“"].{10,}/)
    assert.ok(existsSync(library.toPath('law/old.md')))
    assert.ok(!existsSync(library.toPath('./gone.yml')))
  })
}

test('a question cannot be added at a removed address by mistake', async () => {
  const library = new TemporaryLibrary({ 'law/old.md': toQuestionFile('Old?') })
  assert.equal((await runOn(library, main, address)).status, 0)
  library.write('law/other.md', toQuestionFile('Other?'))
  const { status, stderr } = await runOn(library, create, 'Old?', '--subject', 'law')
  assert.equal(status, 1)
  assert.match(stderr, /listed as removed in .*gone\.yml/)
})
