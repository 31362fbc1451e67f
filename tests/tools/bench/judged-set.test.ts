import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { ownSet, readJudgedSet } from '@/tools/bench/judged/judged-set'

const kinds = [
  'paraphrase',
  'synonym',
  'spelling',
  'formula',
  'compound',
  'typos',
  'homework',
  'subject',
  'numbers',
  'student',
]

test('the judged set has at least 40 queries of each kind', () => {
  const judged = readJudgedSet(ownSet)
  assert.deepEqual([...new Set(judged.map(({ kind }) => kind))], kinds)
  for (const kind of kinds) assert.ok(judged.filter((item) => item.kind === kind).length >= 40, kind)
})

test('no kind has the same query twice', () => {
  const seen = new Set<string>()
  for (const { kind, query } of readJudgedSet(ownSet)) {
    assert.ok(!seen.has(`${kind}\t${query}`), `“${query}” is there twice as ${kind}.`)
    seen.add(`${kind}\t${query}`)
  }
})

test('every answer is a question in the content folder', () => {
  for (const { query, answers } of readJudgedSet(ownSet)) {
    for (const answer of answers)
      assert.ok(existsSync(`content/learn/${answer}.md`), `“${query}” is answered by ${answer}, which does not exist.`)
    assert.equal(new Set(answers).size, answers.length, `“${query}” names an answer twice.`)
  }
})

test('a paraphrase has less than half of the words of the title that it looks for', () => {
  const toWords = (text: string) => new Set(text.toLowerCase().match(/[a-z0-9]{4,}/g))
  for (const { kind, query, answers } of readJudgedSet(ownSet)) {
    if (kind !== 'paraphrase') continue
    const titles = answers.map((answer) => toWords(readTitle(`content/learn/${answer}.md`)))
    const asked = [...toWords(query)]
    for (const title of titles)
      assert.ok(asked.filter((word) => title.has(word)).length <= title.size / 2, `“${query}” is nearly the title.`)
  }
})

test('the error for a malformed line names the line', (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'judged-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'judged.tsv')
  writeFileSync(file, 'student\twhat is pH\tchemistry/ph\r\n\nstudent\twhat is pH\n')
  assert.throws(() => readJudgedSet(file), new RegExp(`${file}:3 must have a kind`))
  writeFileSync(file, 'student\twhat is pH\tchemistry/ph,chemistry/acids\r\n')
  assert.deepEqual(readJudgedSet(file), [
    { kind: 'student', query: 'what is pH', answers: ['chemistry/ph', 'chemistry/acids'] },
  ])
})

function readTitle(file: string): string {
  const source = readFileSync(file, 'utf8')
  return source.match(/^title: *(?:>-\s+)?(.+)$/m)?.[1] ?? assert.fail(`${file} has no title.`)
}
