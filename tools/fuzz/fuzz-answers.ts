import assert from 'node:assert/strict'
import fc from 'fast-check'
import { RenderPool } from '@/lib/answer/pool/render-pool'
import { answers } from './answers'
import { findHarm } from './find-harm'

/** Renders `runs` random answers; throws, with the smallest failing one, if one exceeds the budget or could run a script. */
export async function fuzzAnswers(runs: number, seed: number) {
  const pool = new RenderPool(1)
  const harmless = fc.asyncProperty(answers, async (source) => {
    const reply = await pool.render([source])
    if (!('answers' in reply)) assert.fail(`${reply.excess}: ${reply.message}`)
    const parts = reply.answers.flatMap(({ html, outline }) => [html, ...outline.map((entry) => entry.html)])
    assert.deepEqual(findHarm(parts.join('\n')), [])
  })
  await fc.assert(harmless, { numRuns: runs, seed })
}
