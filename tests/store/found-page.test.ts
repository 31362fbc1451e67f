import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findPage } from '@/lib/search/found-page'
import { searchNear } from '@/lib/search/lookups'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const subjects = ['biology', 'chemistry', 'law', 'physics']
const notions = ['osmosis', 'diffusion', 'contracts', 'momentum', 'entropy', 'enzymes']

/** Each pair of notions in each subject, in two wordings, some of which have the same sense. */
const library = new TemporaryLibrary(
  Object.fromEntries(
    subjects.flatMap((subject, place) =>
      notions.flatMap((notion, index) =>
        notions.slice(0, place + 2).flatMap((other, number) => [
          [`${subject}/what-${index}-${number}.md`, toQuestionFile(`What is ${notion} beside ${other}?`)],
          [`${subject}/how-${index}-${number}.md`, toQuestionFile(`How does ${subject} measure ${notion}?`)],
        ]),
      ),
    ),
  ),
)
await library.compile()
const { searchIndex } = library.open()
const find = (text: string, asked: { subject?: string; more?: boolean } = {}) =>
  searchNear(findPage({ text, subject: undefined, page: 1, pageSize: 10, ...asked }), searchIndex())

describe('the count next to a subject is what is found there', () => {
  const queries = [
    ...notions,
    ...notions.map((notion) => `${notion} physics`),
    ...notions.flatMap((notion, index) => notions.slice(index + 1).map((other) => `what is ${notion} beside ${other}`)),
    'osmosys enzymes',
    'measure momentum xyzzy',
  ]
  for (const more of [false, true]) {
    test(`${queries.length} queries${more ? ', with some of the words' : ''}`, () => {
      for (const text of queries) {
        const { everywhere, subjects: counted, total } = find(text, { more })
        assert.ok(total > 0, text)
        assert.equal(everywhere, total)
        for (const { slug, found } of counted) {
          const alone = find(text, { subject: slug, more })
          assert.equal(alone.total, found, `${text} in ${slug}`)
          assert.deepEqual(alone.subjects, counted)
          assert.equal(alone.everywhere, total)
        }
      }
    })
  }
})

test('no count is shown if the library has more than was counted', async () => {
  const large = new TemporaryLibrary(
    Object.fromEntries(
      Array.from({ length: 420 }, (_, index) => [
        `${index % 3 === 0 ? 'law' : 'physics'}/q${index}.md`,
        toQuestionFile(`Is momentum ${index} kept?`),
      ]),
    ),
  )
  await large.compile()
  const { searchIndex } = large.open()
  const page = searchNear(findPage({ text: 'momentum', subject: undefined, page: 1, pageSize: 10 }), searchIndex())
  assert.equal(page.everywhere, undefined)
  assert.deepEqual(
    page.subjects.map(({ slug, found }) => [slug, found]),
    [
      ['physics', undefined],
      ['law', undefined],
    ],
  )
  const law = searchNear(findPage({ text: 'momentum', subject: 'law', page: 1, pageSize: 10 }), searchIndex())
  assert.deepEqual([law.total, law.capped], [140, false])
})

test('results end with the good matches, and the rest is shown on request', () => {
  const { total, more } = find('osmosis diffusion enzymes')
  const all = find('osmosis diffusion enzymes', { more: true })
  assert.ok(more > 0)
  assert.equal(all.total, total + more)
  assert.equal(all.more, 0)
  assert.deepEqual(all.ids.slice(0, Math.min(total, 10)), find('osmosis diffusion enzymes').ids)
})

test('words that no question has are named, and the others are searched for', () => {
  assert.deepEqual(find('osmosis qqxxzz'), { ...find('osmosis'), missing: ['qqxxzz'] })
  assert.deepEqual(find('osmosys').missing, [], 'what is corrected is not missing')
})

test('completions of a word are found, but not marked', () => {
  const { words, total } = find('osmosis diff')
  assert.deepEqual(words, ['osmosis'])
  assert.ok(total > 0)
  assert.deepEqual(find('diff').words, [])
  assert.deepEqual(find('diffusion').words, ['diffusion'])
})

test('a pasted exercise is searched for by the words that it repeats', () => {
  const story =
    'Maria has a bakery on Elm Street. Please read the following and answer in whole sentences, with all steps.'
  const exercise = `${story} A cell lies in salt water; osmosis begins. Name the enzymes. ${story} What has osmosis to do
    with enzymes? ${'Mind the spelling, the margins and the numbers of pages; hand it in on Friday at noon. '.repeat(6)}`
  assert.ok(exercise.length > 800)
  const { ids, words, missing } = find(exercise)
  assert.deepEqual(words, ['enzymes'], 'osmosis is in too many titles to be marked')
  assert.ok(find('osmosis enzymes').ids.includes(ids[0] as number))
  assert.deepEqual(missing, [])
})

test('no more is counted than can be paged to, whichever titles come first', async () => {
  const large = new TemporaryLibrary(
    Object.fromEntries(
      Array.from({ length: 420 }, (_, index) => [`law/q${index}.md`, toQuestionFile(`How is momentum ${index} kept?`)]),
    ),
  )
  await large.compile()
  const ask = (page: number) =>
    searchNear(findPage({ text: 'how is', subject: undefined, page, pageSize: 10 }), large.open().searchIndex())
  const { total, capped } = ask(1)
  assert.deepEqual({ total, capped }, { total: 300, capped: true })
  assert.equal(ask(30).ids.length, 10)
  assert.equal(ask(31).ids.length, 0)
})
