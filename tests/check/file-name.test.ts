import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { runCheck } from './run-check'

const files: [file: string, isFound: boolean][] = [
  ['law/con.md', true],
  ['law/lpt1.md', true],
  ['law/aux/what-is-tort.md', true],
  ['law/com.md', false],
  ['law/console.md', false],
  ['law/what-is-con.md', false],
]

test('names that Windows reserves for devices are found', async () => {
  const library = new TemporaryLibrary(
    Object.fromEntries(files.map(([file], index) => [file, toQuestionFile(`What is ${index}?`, {})])),
  )
  const { lines } = await runCheck(library, '--only', 'file-name-device')
  const found = lines.map((line) => line.replace(/:1:1 warning file-name-device .*/, ''))
  assert.deepEqual(found.sort(), files.flatMap(([file, isFound]) => (isFound ? [file] : [])).sort())
})
