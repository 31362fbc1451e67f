import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { initRepository } from '../init-repository'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { runCheck } from './run-check'

const words = (word: string) => Array.from({ length: 30 }, (_, index) => `${word}${index}`).join(' ')
const places = (lines: string[]) => lines.map((line) => line.split('  ')[0])

function createLibrary() {
  const library = new TemporaryLibrary({
    'law/a.md': toQuestionFile('What is A?', {}, `TODO ${words('alpha')}`),
    'law/b.md': toQuestionFile('What is B?', {}, `TODO ${words('beta')} TODO`),
  })
  return { library, file: path.join(library.root, 'baseline.txt') }
}

test('a baseline holds the current findings; only new ones fail', async () => {
  const { library, file } = createLibrary()
  const made = await runCheck(library, '--baseline', file, '--update-baseline')
  assert.deepEqual([made.status, made.stdout], [0, ''])
  assert.match(made.stderr, /3 known from/)
  assert.deepEqual((await runCheck(library, '--baseline', file)).lines, [])

  // An edit elsewhere in the file moves the finding and changes nothing.
  library.write('law/a.md', toQuestionFile('What is A?', { author: 'Ada' }, `New line.\n\nTODO ${words('alpha')}`))
  assert.deepEqual((await runCheck(library, '--baseline', file)).lines, [])

  library.write('law/a.md', toQuestionFile('What is A?', {}, `TODO TODO ${words('alpha')} TBD`))
  const { status, lines } = await runCheck(library, '--baseline', file)
  assert.equal(status, 1)
  assert.deepEqual(places(lines), ['law/a.md:6:6 error placeholder', 'law/a.md:6:241 error placeholder'])
})

test('a baseline may only shrink', async () => {
  const { library, file } = createLibrary()
  await runCheck(library, '--baseline', file, '--update-baseline')
  const before = readFileSync(file, 'utf8')

  library.write('law/b.md', toQuestionFile('What is B?', {}, words('beta')))
  const fixed = await runCheck(library, '--baseline', file)
  assert.equal(fixed.status, 1)
  assert.deepEqual(
    fixed.lines.map((line) => line.replace(/^.*?baseline\.txt/, 'baseline.txt')),
    [3, 4].map(
      (line) =>
        `baseline.txt:${line}:1 error baseline  This finding was fixed. Remove the line; --update-baseline does it for you.`,
    ),
  )
  assert.equal(readFileSync(file, 'utf8'), before)
  // Lines for a file that is not checked are left alone.
  assert.deepEqual((await runCheck(library, '--baseline', file, library.toPath('law/a.md'))).lines, [])

  library.write('law/c.md', toQuestionFile('What is C?', {}, `FIXME ${words('gamma')}`))
  const updated = await runCheck(library, '--baseline', file, '--update-baseline')
  assert.deepEqual([updated.status, places(updated.lines)], [1, ['law/c.md:6:1 error placeholder']])
  const after = readFileSync(file, 'utf8')
  assert.deepEqual(
    after.split('\n'),
    before.split('\n').filter((line) => !line.includes('law/b.md')),
  )
})

test('a line that was added since the branch left main is an error', async () => {
  const { library, file } = createLibrary()
  const git = initRepository(library.root)
  await runCheck(library, '--baseline', file, '--update-baseline')
  git('add', 'content', 'baseline.txt')
  git('commit', '-q', '-m', 'All')
  assert.deepEqual((await runCheck(library, '--changed', '--baseline', file)).lines, [])
  library.write('law/c.md', toQuestionFile('What is C?', {}, `TODO ${words('gamma')}`))
  const line =
    readFileSync(file, 'utf8')
      .split('\n')
      .find((known) => known.includes('law/a.md')) ?? ''
  writeFileSync(file, `${readFileSync(file, 'utf8')}${line.replace('law/a.md', 'law/c.md')}\n`)
  const { status, lines } = await runCheck(library, '--changed', '--baseline', file)
  assert.equal(status, 1)
  assert.equal(lines.length, 1)
  assert.match(lines[0] ?? '', /baseline\.txt:5:1 error baseline {2}This line is new\. The baseline may only shrink/)
})
