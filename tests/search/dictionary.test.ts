import assert from 'node:assert/strict'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, describe, test } from 'node:test'
import { isDictionaryWord } from '@/lib/search/dictionary/dictionary'
import { listRightWords } from '@/lib/search/dictionary/misspellings'
import { SortedFile } from '@/lib/search/dictionary/sorted-file'

const file = path.join(tmpdir(), `sorted-${process.pid}.txt`)
after(() => rmSync(file, { force: true }))

describe('every line of a sorted file is found, and nothing else', () => {
  for (const count of [0, 1, 2, 3, 100, 5_000]) {
    test(`of ${count}`, () => {
      const lines = Array.from(
        { length: count },
        (_, index) => `${String(2 * index + 1).padStart(6, '0')}/${'x'.repeat(index % 90)}`,
      )
      writeFileSync(file, ['a head', ...lines, ''].join('\n'))
      const sorted = new SortedFile(file, (line) => line.slice(0, 6), 'a head')
      for (const [index, line] of lines.entries()) {
        assert.equal(sorted.find(line.slice(0, 6)), line)
        assert.equal(sorted.find(String(2 * index).padStart(6, '0')), undefined)
      }
      assert.equal(sorted.find('a head'), undefined)
      assert.equal(sorted.find('999999'), undefined)
    })
  }
})

test('a file without the expected line is refused', () => {
  writeFileSync(file, 'one\ntwo\n')
  assert.throws(() => new SortedFile(file, (line) => line, 'a head'), /has no “a head”/)
})

test('English words and names are in the dictionary, typos are not', () => {
  const right =
    'stature photosynthesis behaviour behavior vermeer gujarat bose curie godel lagos runes steeple infirmity annul turing hopper'
  const wrong = 'statuue fotosynthesis recieve newmonia sikology elastciity sysstem explaain'
  assert.deepEqual(
    right.split(' ').filter((word) => !isDictionaryWord(word)),
    [],
  )
  assert.deepEqual(wrong.split(' ').filter(isDictionaryWord), [])
})

test('every common misspelling of the list is found', () => {
  const [{ suggestWords }] = JSON.parse(
    readFileSync('node_modules/@cspell/dict-en-common-misspellings/dict/dict-en.json', 'utf8'),
  ).dictionaryDefinitions as [{ suggestWords: string[] }]
  const pairs = suggestWords
    .map((pair) => pair.split('->') as [string, string])
    .filter((pair) => /^[a-z]+->[a-z]+$/.test(pair.join('->')))
  assert.ok(pairs.length > 50_000)
  const lost = pairs.filter(([wrong, right]) => !listRightWords(wrong).includes(right))
  assert.deepEqual(lost, [])
  assert.deepEqual(listRightWords('receive'), [])
})
