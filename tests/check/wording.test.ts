import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { runCheck } from './run-check'

const words = Array.from({ length: 30 }, (_, index) => `heat${index}`).join(' ')
const places = (lines: string[]) => lines.map((line) => line.replace(/^(\S+) \w+ (\S+) .*/, '$1 $2'))

test('content/check.yml adds phrases, lines and spellings, and each file is read again when it changes', async () => {
  const body = `As everybody knows, aquous salt is definately\nwarm.\n\nCopy table\n\n${words}`
  const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('What is a?', {}, body) })
  assert.deepEqual(places((await runCheck(library)).lines), ['law/a.md:6:36 spelling'])
  library.write(
    './check.yml',
    'phrases: [as everybody knows]\nlines: [copy TABLE]\nspelling:\n  Aquous: aqueous\n  definately: off\n',
  )
  assert.deepEqual(places((await runCheck(library)).lines), [
    'law/a.md:6:1 chatbot-phrase',
    'law/a.md:6:21 spelling',
    'law/a.md:9:1 chatbot-phrase',
  ])
  await runCheck(library, '--fix')
  assert.match(readFileSync(library.toPath('law/a.md'), 'utf8'), /As everybody knows, aqueous salt is definately/)
})

test('invalid lists of words: status 2 and a message', async () => {
  const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('What is a?', {}, words) })
  const wrong: [settings: string, message: RegExp][] = [
    ['phrases: hello\n', /^check\.yml: expected below “phrases” one phrase per line/],
    ['lines: [1]\n', /^check\.yml: expected below “lines” one phrase per line/],
    ['spelling: [a]\n', /^check\.yml: expected below “spelling” one word per line/],
  ]
  for (const [settings, message] of wrong) {
    library.write('./check.yml', settings)
    const { status, stderr } = await runCheck(library)
    assert.equal(status, 2, settings)
    assert.match(stderr, message)
  }
})
