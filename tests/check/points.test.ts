import assert from 'node:assert/strict'
import { test } from 'node:test'
import { main as check } from '@/scripts/check'
import { runOn } from '../run-command'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

test('--points prints what readers are asked to recall: derived from the answer, or written by its author', async () => {
  const library = new TemporaryLibrary({
    'physics/made.md': toQuestionFile('What is made?', {}, '1. **One $x<y$**: a\n2. **Two**: b\n3. **Three**: c\n'),
    'physics/said.md': toQuestionFile('What is said?', { recall: ['First & last'] }),
    'physics/bad.md': 'no front matter',
  })
  const look = (name: string) => runOn(library, check, '--points', library.toPath(`physics/${name}.md`))
  const made = await look('made')
  assert.equal(made.status, 0, made.stderr)
  assert.match(
    made.stdout,
    /made\.md: 3 points taken from the answer\n {2}1\. One \\\(x<y\\\)\n {2}2\. Two\n {2}3\. Three\n$/,
  )
  assert.match((await look('said')).stdout, /said\.md: 1 point by its author \(recall\)\n {2}1\. First & last\n$/)
  const bad = await look('bad')
  assert.equal(bad.status, 1)
  assert.match(bad.stderr, /bad\.md is not a valid question: “npm run check” says why/)
  assert.equal((await runOn(library, check, '--points')).status, 2)
})
