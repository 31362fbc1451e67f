import { hashAddress } from '@/lib/core/address-hash'
import { offPath } from '@/lib/core/path-key'
import { sections } from '@/lib/core/question-form'
import { toSectionRange } from './path'

/** Of so many questions some are drawn. However many a subject has, it costs no more to draw. */
export const mostCandidates = 200

/** A question that may be drawn. Of those that are `off` the path of a topic, one is drawn only where the others are too few. */
export type Candidate = { id: number; subject: string; slug: string; sense: number; off: number }

/**
 * The candidates of a subject are those that follow a place in the order of hashes, which has no end: so each has the same
 * chance, and a new question is one of 200, not of all.
 */
export const toStart = (seed: string) => hashAddress(`seed ${seed}`) % 2 ** 32

/** The candidates of a topic are those that come first in each section of its path, and behind the path: ranges of places. */
export const topicRanges: [from: string, to: string][] = [
  ...Array.from(sections.keys(), toSectionRange),
  [offPath, `${offPath}~`],
]
export const mostOfRange = Math.floor(mostCandidates / sections.length)

/**
 * Draws questions by the hash of the seed and their address, as rendezvous hashing does: the same ones are drawn for the
 * same seed, and of those a candidate more takes the place of one at most. No two ask the same.
 */
export function draw(candidates: readonly Candidate[], seed: string, count: number): number[] {
  const ranked = candidates
    .map((candidate) => ({ ...candidate, rank: hashAddress(`${seed} ${candidate.subject}/${candidate.slug}`) }))
    .sort((a, b) => a.off - b.off || a.rank - b.rank || a.id - b.id)
  const drawn = new Map<number, number>()
  for (const { id, sense } of ranked) {
    if (drawn.size === count) break
    if (!drawn.has(sense)) drawn.set(sense, id)
  }
  return [...drawn.values()]
}
