import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maxWays } from '@/lib/core/search-limits'
import { recordReads } from '@/lib/library/reads'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const answer = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ')

const files = {
  'science/one.md': toQuestionFile('What role do enzymes play in digestion?'),
  'science/two.md': toQuestionFile('Explain the role of an enzyme in digestion.'),
  'medicine/three.md': toQuestionFile('What is the role of enzymes in digestion?'),
  'science/hidden.md': toQuestionFile('Which role have enzymes in digestion?', { no_index: true }),
  'science/tides.md': toQuestionFile('What makes the tides?', {}, answer),
  'science/moon.md': toQuestionFile('What makes tides and currents?', {}, `${answer} `.replace('word5 ', 'other ')),
  'science/gold.md': toQuestionFile('How is gold mined?', {}, answer),
}

const slugsOf = (questions: readonly { slug: string }[] = []) => questions.map(({ slug }) => slug).sort()

test('a question lists its rewordings: of the same sense, or similar in title and answer', async () => {
  const temporary = new TemporaryLibrary(files)
  await temporary.compile()
  const library = temporary.openLibrary()
  const read = async (slug: string, subject = 'science') => library.readQuestion({ subject, slug })
  assert.deepEqual(slugsOf((await read('one'))?.rewordings), ['three', 'two'])
  assert.deepEqual(slugsOf((await read('three', 'medicine'))?.rewordings), ['one', 'two'])
  assert.deepEqual(slugsOf((await read('hidden'))?.rewordings), [])
  assert.deepEqual(slugsOf((await read('tides'))?.rewordings), ['moon'])
  assert.deepEqual(slugsOf((await read('gold'))?.rewordings), [])
  assert.deepEqual(
    temporary
      .listRows<{ slug: string; ways: number }>('question')
      .map(({ slug, ways }) => `${slug} ${ways}`)
      .sort(),
    ['gold 1', 'hidden 1', 'moon 2', 'one 3', 'three 3', 'tides 2', 'two 3'],
  )
})

test('a search shows one of them, and counts it once', async () => {
  const temporary = new TemporaryLibrary(files)
  await temporary.compile()
  const found = await temporary.openLibrary().search({ text: 'enzymes', subject: undefined, page: 1, pageSize: 10 })
  assert.equal(found?.total, 1)
  assert.deepEqual(
    found?.questions.map(({ ways }) => ways),
    [3],
  )
  assert.deepEqual(
    found?.subjects.map((subject) => subject.found),
    [1, 1],
    'each subject alone has one',
  )
})

test('a search distinguishes questions that differ in capitals', async () => {
  const temporary = new TemporaryLibrary({
    'science/a.md': toQuestionFile('What is vitamin A?'),
    'science/b.md': toQuestionFile('What is a vitamin?'),
  })
  await temporary.compile()
  const found = await temporary.openLibrary().search({ text: 'vitamin', subject: undefined, page: 1, pageSize: 10 })
  assert.deepEqual(slugsOf(found?.questions), ['a', 'b'])
})

test('pages that depend on rewordings are invalidated when one is added, changed or removed', async () => {
  const temporary = new TemporaryLibrary(files)
  await temporary.compile()
  const library = temporary.openLibrary()
  const pageOf = () => recordReads(() => library.readQuestion({ subject: 'science', slug: 'one' }))
  const edits: [name: string, edit: () => void][] = [
    ['comes', () => temporary.write('arts/four.md', toQuestionFile('What role has an enzyme in digestion?'))],
    ['changes', () => temporary.write('arts/four.md', toQuestionFile('Which role has an enzyme in digestion?'))],
    ['is hidden', () => temporary.write('arts/four.md', toQuestionFile('Which role …?', { no_index: true }))],
    ['goes', () => temporary.remove('science/two.md')],
  ]
  for (const [name, edit] of edits) {
    const { reads } = await pageOf()
    edit()
    await temporary.compile()
    const { keys = [] } = await library.changesSince(reads.sequence)
    assert.ok(
      keys.some((key) => reads.keys.has(key)),
      name,
    )
  }
  assert.deepEqual(slugsOf((await pageOf()).result?.rewordings), ['three'])
})

test('of a very large group as many are counted as are listed, whatever comes and goes', async () => {
  const file = (index: number) => `science/q${index}.md`
  const title = (index: number) => `${index % 2 === 0 ? 'What is' : 'Define'} a catalyst?`
  const library = new TemporaryLibrary()
  const counted = () => library.listRows<{ ways: number }>('question').map(({ ways }) => ways)
  for (let index = 0; index < 40; index += 1) library.write(file(index), toQuestionFile(title(index), {}, `${index}`))
  await library.compile()
  assert.deepEqual(counted(), Array(40).fill(maxWays))
  for (let index = 0; index < 21; index += 1) library.remove(file(index))
  await library.compile()
  assert.deepEqual(counted(), Array(19).fill(19))
  for (let index = 0; index < 2; index += 1) library.write(file(index), toQuestionFile(title(index), {}, `${index}`))
  await library.compile()
  assert.deepEqual(counted(), Array(21).fill(maxWays))
})
