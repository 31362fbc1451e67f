import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { runInNewContext } from 'node:vm'
import type { AnswerText } from '@/lib/check/question/answer-text'
import { listLostFormulas } from '@/lib/check/question/lost-brackets'
import { verifyAnswers } from '@/lib/check/verify'
import { costlyAnswers } from '../answer/costly-answers'
import { recordStatements } from '../store/recorded-statements'
import { TemporaryLibrary, toQuestionFile, toRelated } from '../temporary-library'
import { runCheck } from './run-check'

const timeout = 600_000
const good = 'Heat flows from what is warm to what is cold, never the other way round, by itself.'

const toFiles = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`law/q${index}.md`, toQuestionFile(`What is ${index}?`, {}, good)]),
  )
const bad = (text: string) => toQuestionFile('What costs?', {}, `${good}\n\n${text}\n\n${good}`)

describe('an expensive file', () => {
  // One takes too long, the other makes too much output; tests/answer has the others.
  test('takes too long: is found at its place, and four hundred others are checked', { timeout }, async () => {
    const text = costlyAnswers.get('stars') ?? ''
    const library = new TemporaryLibrary({ ...toFiles(400), 'law/costly.md': bad(text) })
    const { lines, stderr, status } = await runCheck(library)
    const found = lines.filter((line) => line.includes(' answer-cost '))
    assert.equal(found.length, 1)
    assert.match(
      found[0] ?? '',
      /^law\/costly\.md:8:1 error answer-cost {2}Readers see the source of this answer: it .*The reason is the text of 62002 characters that begins here/,
    )
    assert.match(stderr, /^401 files checked/m)
    assert.equal(status, 1)
  })

  test('makes too much output: is found at its place, and the others are checked', { timeout }, async () => {
    const text = costlyAnswers.get('ten thousand links to a long address') ?? ''
    const library = new TemporaryLibrary({ ...toFiles(3), 'law/costly.md': bad(text) })
    const { lines, stderr } = await runCheck(library)
    const found = lines.filter((line) => line.includes(' answer-cost '))
    assert.equal(found.length, 1)
    assert.match(
      found[0] ?? '',
      /^law\/costly\.md:\d+:1 error answer-cost {2}Readers see the source of this answer: it /,
    )
    assert.match(stderr, /^4 files checked/m)
  })

  test('is found by compile --verify, after a longer part that is cheap', { timeout }, async () => {
    const formula = `$\\def\\a{${'x+'.repeat(60)}}${'\\a '.repeat(150)}$`
    const text = `${good.repeat(20)}\n\n${formula}`
    const library = new TemporaryLibrary({ ...toFiles(2), 'law/costly.md': bad(text) })
    const findings = verifyAnswers({ contentDir: library.contentDir })
    assert.deepEqual(
      findings.map(({ rule, line }) => `${line} ${rule}`),
      ['10 answer-cost'],
    )
    assert.match(
      findings[0]?.message ?? '',
      new RegExp(` the text of ${formula.length + 2} characters that begins here`),
    )
  })
})

test('points to recall that are too expensive together are found at their place', { timeout }, async () => {
  const formula = `$\\def\\a{${'x+'.repeat(60)}}${'\\a '.repeat(100)}$`
  const library = new TemporaryLibrary({
    'law/costly.md': toQuestionFile('What costs?', { recall: Array(100).fill(formula) }, good),
    'law/good.md': toQuestionFile('What is good?', { recall: [formula] }, good),
  })
  const { lines } = await runCheck(library)
  assert.deepEqual(
    lines.map((line) => line.split(' ').slice(0, 3).join(' ')).filter((line) => line.endsWith('answer-cost')),
    ['law/costly.md:4:1 error answer-cost'],
  )
})

/** Texts of one word or of spaces, and lines that YAML refuses: each as long as a file may be. */
const long = 60_000
const longWords: [rule: string, word: string][] = [
  ['letter-forms', 'ﬁ'.repeat(long / 3)],
  ['letter-forms', `${'a'.repeat(long - 10)}Ａ`],
  ['look-alike', `${'a'.repeat(long - 10)}а`],
  ['damaged-text', `a${'â€™'.repeat(long / 9)}`],
]

test('a word as long as a file makes no rule fail', { timeout }, async () => {
  const library = new TemporaryLibrary(
    Object.fromEntries(
      longWords.map(([, word], index) => [`law/q${index}.md`, toQuestionFile(`What is ${index}?`, {}, word)]),
    ),
  )
  const { lines } = await runCheck(library)
  for (const [index, [rule]] of longWords.entries()) {
    const found = lines.filter((line) => line.startsWith(`law/q${index}.md`)).map((line) => line.split(' ')[2])
    assert.ok(found.includes(rule) && !found.includes('check-failed'), `${index}: ${found.join()}`)
  }
})

test('a bracket before many spaces is read in linear time', () => {
  const prose = `( x${' '.repeat(600_000)}`
  const run = () => listLostFormulas({ prose } as AnswerText)
  // A generous limit: reading all earlier spaces at each one took minutes.
  assert.deepEqual(runInNewContext('run()', { run }, { timeout: 20_000 }), [])
})

test('of thirty thousand lines that YAML refuses, a thousand are reported', { timeout }, async () => {
  const library = new TemporaryLibrary({
    'law/lines.md': `---\n${'|\n'.repeat(long / 2)}---\n\n${good}\n`,
    'law/tabs.md': `---\n${'\ta\n'.repeat(long / 3)}---\n\n${good}\n`,
    'law/texts.md': `---\n${'title: "\n'.repeat(long / 9)}---\n\n${good}\n`,
  })
  const { lines } = await runCheck(library)
  for (const name of ['lines', 'tabs', 'texts']) {
    assert.equal(lines.filter((line) => line.startsWith(`law/${name}.md`)).length, 1_000, name)
  }
})

test('a link with a name longer than file systems allow is dead, and crashes nothing', { timeout }, async () => {
  const name = 'a'.repeat(256)
  const library = new TemporaryLibrary({
    ...toFiles(2),
    'law/long.md': toQuestionFile('What is long?', {}, `${good} [Here](/${name}). ![A picture](/${name}.png)`),
  })
  const { lines, stderr } = await runCheck(library)
  const found = lines.filter((line) => line.startsWith('law/long.md')).map((line) => line.split(' ')[2])
  assert.deepEqual(found, ['link-dead', 'image-missing'])
  assert.match(stderr, /^3 files checked/m)
})

test('a question is looked up a few times when everything is checked, whatever it links to', { timeout }, async () => {
  const count = 40
  const links = (index: number) =>
    toRelated(...[1, 2, 3, 4, 5].map((next) => `/learn/law/questions/q${(index + next) % count}`))
  const ownText = (index: number) => Array.from({ length: 30 }, (_, word) => `word${index}x${word}`).join(' ')
  const library = new TemporaryLibrary(
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `law/q${index}.md`,
        toQuestionFile(`What is ${index}?`, links(index), ownText(index)),
      ]),
    ),
  )
  await runCheck(library)
  const { calls } = await recordStatements(() => runCheck(library))
  // Once for each of the five links, and to find that nothing else claims its address.
  assert.ok(calls > 5 * count && calls <= 9 * count, `${calls} for ${count} files`)
})
