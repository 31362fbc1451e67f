import assert from 'node:assert/strict'
import { cpSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, describe, test } from 'node:test'
import { rules } from '@/lib/check/registry'
import { runCheckIn } from './run-check'

const folder = 'tests/fixtures/check'
const flags = (root: string) => ['--content', path.join(root, 'content'), '--public', path.join(root, 'public')]

/** A line of expected.txt: `path:line:column rule | what is there`. */
function parseExpected(line: string) {
  const match = /^(?<file>.+):(?<line>\d+):(?<column>\d+) (?<rule>[a-z-]+) \|(?: (?<text>.*))?$/.exec(line)
  assert.ok(match?.groups, line)
  const { file = '', rule = '', text = '' } = match.groups
  return { file, rule, text, line: Number(match.groups.line), column: Number(match.groups.column) }
}

const expected = readFileSync(`${folder}/expected.txt`, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map(parseExpected)
const toPlace = ({ file, line, column, rule }: (typeof expected)[number]) => `${file}:${line}:${column} ${rule}`

function copyFolder(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'seeded-'))
  after(() => rmSync(root, { recursive: true, force: true }))
  cpSync(folder, root, { recursive: true, verbatimSymlinks: true })
  return root
}

/** Every file below a folder with its bytes. */
function readFiles(root: string): Map<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter((name) => lstatSync(path.join(root, name)).isFile())
  return new Map(files.map((name) => [name, readFileSync(path.join(root, name), 'latin1')]))
}

describe('the folder of seeded mistakes', () => {
  test('holds at least 120, and at least two of every rule', () => {
    assert.ok(expected.length >= 120, `${expected.length}`)
    for (const { name } of rules) {
      // No content causes it: it reports crashes of the check itself, and failing disks.
      if (name === 'check-failed') continue
      // Its files could not be checked out on Windows: see file-name.test.ts.
      if (name === 'file-name-device') continue
      assert.ok(expected.filter((mistake) => mistake.rule === name).length >= 2, name)
    }
  })

  test('says correctly what is where', () => {
    for (const { file, line, column, text } of expected) {
      if (text === '') continue
      const root = file === 'baseline.txt' ? folder : path.join(folder, 'content')
      const encoding = file.includes('latin-1') ? 'latin1' : 'utf8'
      const content = readFileSync(path.join(root, file), encoding).replace(/^\ufeff/, '')
      const found = content.split(/\r\n?|\n/)[line - 1]?.slice(column - 1) ?? ''
      assert.ok(found.startsWith(text), `${file}:${line}:${column} ${found.slice(0, 40)}`)
    }
  })

  test('has each found at its line and column under its rule, and nothing else', async () => {
    const root = copyFolder()
    const { stdout, status } = await runCheckIn(
      root,
      ...flags(root),
      '--baseline',
      `${root}/baseline.txt`,
      '--format',
      'json',
    )
    const findings: { path: string; line: number; column: number; rule: string }[] = JSON.parse(stdout)
    const found = findings.map(({ path: file, ...place }) => {
      const below = path.relative(root, path.resolve(file)).replace(/^content\//, '')
      return toPlace({ ...place, file: below, text: '' })
    })
    assert.deepEqual(found.sort(), expected.map(toPlace).sort())
    assert.equal(status, 1)
  })

  test('is fixed by --fix where there is one right answer, keeping every other byte, and not changed a second time', async () => {
    const root = copyFolder()
    const before = readFiles(`${root}/content`)
    assert.match((await runCheckIn(root, ...flags(root), '--fix')).stderr, /[1-9]\d* fixed/)
    const once = readFiles(`${root}/content`)
    assert.deepEqual(once, new Map([...before, ...readFiles(`${folder}/fixed`)]))
    const again = await runCheckIn(root, ...flags(root), '--fix', '--format', 'json')
    assert.match(again.stderr, / 0 fixed/)
    assert.deepEqual(readFiles(`${root}/content`), once)
    const left = JSON.parse(again.stdout) as { fixable: boolean }[]
    assert.deepEqual(
      left.filter(({ fixable }) => fixable),
      [],
    )
  })
})
