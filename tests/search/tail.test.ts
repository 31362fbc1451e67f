import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cutTail } from '@/lib/search/tail'

describe('of questions with these shares of a query, in their order, those are results', () => {
  const table: [what: string, shares: number[], results: number[]][] = [
    ['with more than half', [0.9, 0.8, 0.5, 0.4], [0.9, 0.8]],
    ['all if none has more', [0.5, 0.4], [0.5, 0.4]],
    ['those ranked above the first with more too, but later', [0.4, 0.3, 0.9, 0.5, 0.8], [0.9, 0.8, 0.4, 0.3]],
    ['none of none', [], []],
  ]
  for (const [what, shares, results] of table) {
    test(what, () =>
      assert.deepEqual(
        cutTail(shares.map((share) => ({ share }))).map(({ share }) => share),
        results,
      ),
    )
  }
})
