import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createEmptyCard, fsrs, type Grade as TheirGrade } from 'ts-fsrs'
import { type Grade, listOutcomes, type Memory, toRetrievability } from '@/components/practise/schedule'

const theirs = fsrs({ enable_fuzz: false, enable_short_term: false })
const day = 86_400_000
const begin = Date.UTC(2030, 0, 1)

/** A review: how late it is, as a fraction of the interval, and its grade. */
const review = fc.record({
  late: fc.double({ min: 0, max: 3, noNaN: true }),
  grade: fc.constantFrom<Grade>(1, 2, 3, 4),
})

test('4,800 random reviews have the intervals of ts-fsrs', () => {
  let reviews = 0
  const lives = fc.array(review, { minLength: 24, maxLength: 24 })
  const property = fc.property(lives, (life) => {
    let card = createEmptyCard(new Date(begin))
    let memory: Memory | undefined
    let today = 0
    let last = 0
    let interval = 0
    for (const { late, grade } of life) {
      today = last + Math.min(Math.round(interval * late), 40_000)
      const outcomes = listOutcomes(memory, today - last)
      const now = new Date(begin + today * day)
      for (const other of [1, 2, 3, 4] as const) {
        assert.equal(outcomes[other - 1]?.interval, theirs.next(card, now, other as TheirGrade).card.scheduled_days)
      }
      card = theirs.next(card, now, grade as TheirGrade).card
      const outcome = outcomes[grade - 1] as (typeof outcomes)[number]
      assert.ok(Math.abs(outcome.memory.stability - card.stability) <= 1e-6 * card.stability)
      assert.ok(Math.abs(outcome.memory.difficulty - card.difficulty) < 1e-6)
      memory = outcome.memory
      interval = outcome.interval
      last = today
      reviews += 1
    }
  })
  fc.assert(property, { numRuns: 200, seed: 18 })
  assert.equal(reviews, 4_800)
})

test('a memory is recalled with 90 % probability once its stability is over, and less and less after that', () => {
  const memory = { stability: 30, difficulty: 5 }
  assert.equal(toRetrievability(memory, 0), 1)
  assert.ok(Math.abs(toRetrievability(memory, 30) - 0.9) < 1e-6)
  assert.ok(toRetrievability(memory, 60) < toRetrievability(memory, 31))
})

test('a better grade waits longer', () => {
  const intervals = listOutcomes().map(({ interval }) => interval)
  assert.deepEqual(intervals, [1, 2, 3, 8])
})
