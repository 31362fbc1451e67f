import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { toShortNumber } from '@/lib/core/short-id'
import { draw } from '@/lib/library/draw'
import type { Selection } from '@/lib/library/pages'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const toCandidates = (count: number) =>
  Array.from({ length: count }, (_, id) => ({ id, subject: 'physics', slug: `question-${id}`, sense: id, off: 0 }))

test('a seed draws the same from candidates in any order, and a new candidate replaces at most one', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 200 }), (seed, count, size) => {
      const candidates = toCandidates(size)
      const drawn = draw(candidates, seed, count)
      assert.equal(new Set(drawn).size, Math.min(count, size))
      assert.deepEqual(draw([...candidates].reverse(), seed, count), drawn)
      const more = new Set(draw(toCandidates(size + 1), seed, count))
      assert.ok(drawn.filter((id) => !more.has(id)).length <= 1)
    }),
  )
})

test('each candidate is drawn about as often', () => {
  const times = new Map<number, number>()
  for (let seed = 0; seed < 1_000; seed += 1) {
    for (const id of draw(toCandidates(100), `${seed}`, 10)) times.set(id, (times.get(id) ?? 0) + 1)
  }
  const counts = [...times.values()]
  // A hundred draws of each are expected, with a standard deviation of ten.
  assert.ok(counts.length === 100 && Math.min(...counts) > 55 && Math.max(...counts) < 145)
})

test('no two rewordings are drawn, and questions off the path only if the others are too few', () => {
  const candidates = toCandidates(20).map((candidate) => ({
    ...candidate,
    sense: candidate.id % 10,
    off: candidate.id < 5 ? 0 : 1,
  }))
  for (const seed of ['1', '7b', 'x']) {
    assert.equal(draw(candidates, seed, 20).length, 10)
    assert.deepEqual(draw(candidates, seed, 5).sort(), [0, 1, 2, 3, 4])
  }
})

describe('in a library', async () => {
  // No two titles share a word, so each question has a sense of its own.
  const toWord = (number: number) => Array.from(String(number), (digit) => 'bdfgklmnrs'[Number(digit)]).join('a')
  const write = (number: number, subject = 'physics') => {
    const fields = { seo: { page_keywords: 'optics' }, no_index: number % 100 === 7 }
    library.write(`${subject}/q${number}.md`, toQuestionFile(`Why ${toWord(number)}zor?`, fields, `It is ${number}.`))
  }
  const library = new TemporaryLibrary()
  for (let number = 0; number < 600; number += 1) write(number)
  await library.compile()

  const selections: Selection[] = Array.from({ length: 40 }, (_, seed) => ({ seed: `${seed}`, count: 10 })).flatMap(
    (drawn) => [
      { kind: 'subject', subject: 'physics', ...drawn } as const,
      { kind: 'topic', subject: 'physics', topic: 'optics', ...drawn } as const,
    ],
  )
  const ask = () => {
    const opened = library.openLibrary()
    return Promise.all(
      selections.map(
        async (selection) => (await opened.readSelection(selection))?.questions.map(({ slug }) => slug) ?? [],
      ),
    )
  }

  test('a tenth more questions change about one in ten of an old sheet, and new ones are not favoured', async () => {
    const before = await ask()
    assert.ok(before.every((slugs) => new Set(slugs).size === 10))
    assert.ok(new Set(before.flat()).size > 200, 'other seeds draw others')
    assert.deepEqual(await ask(), before)
    for (let number = 600; number < 660; number += 1) write(number)
    await library.compile()
    const after = await ask()
    const kept = before.map((slugs, index) => slugs.filter((slug) => after[index]?.includes(slug)).length)
    const share = kept.reduce((sum, count) => sum + count) / (10 * kept.length)
    assert.ok(share > 0.85, `${share} of the questions are as before`)
    assert.ok(Math.min(...kept) >= 6)
  })

  test('chosen questions come in the given order; a copy becomes its canonical question', async () => {
    write(1, 'chemistry')
    await library.compile()
    const opened = library.openLibrary()
    const wanted = [3, 1, 2, 3].map((number) => toShortNumber({ subject: 'physics', slug: `q${number}` }))
    const copy = toShortNumber({ subject: 'chemistry', slug: 'q1' })
    const selected = await opened.readSelection({ kind: 'chosen', shorts: [...wanted, copy, 12345] })
    assert.deepEqual(
      selected?.questions.map(({ slug }) => slug),
      ['q3', 'q1', 'q2'],
    )
    assert.equal(selected.questions[0]?.answer.text.trim(), 'It is 3.')
  })

  test('a topic’s deck has its first questions; there is none for what does not exist', async () => {
    const opened = library.openLibrary()
    const topic = { kind: 'topic', subject: 'physics', topic: 'optics', seed: undefined } as const
    assert.equal((await opened.readSelection({ ...topic, count: 500 }))?.questions.length, 500)
    assert.equal(await opened.readSelection({ ...topic, topic: 'none', count: 5 }), undefined)
    assert.equal(await opened.readSelection({ kind: 'subject', subject: 'none', seed: '1', count: 5 }), undefined)
  })
})
