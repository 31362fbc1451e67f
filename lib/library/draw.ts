import { hashAddress } from '@/lib/core/address-hash'
import { offPath } from '@/lib/core/path-key'
import { sections } from '@/lib/core/question-form'
import { toSectionRange } from './path'

/** A draw considers at most this many questions, so it costs no more in a large subject. */
export const maxCandidates = 200

/** A question that may be drawn; one that is `off` the path of its topic, only where there are too few others. */
export type Candidate = { id: number; subject: string; slug: string; sense: number; off: number }

/**
 * The candidates of a subject are the questions whose hashes follow this one, wrapping around at the end: so each has the
 * same chance, and a new question replaces at most one of the 200.
 */
export const toStart = (seed: string) => hashAddress(`seed ${seed}`) % 2 ** 32

/** The candidates of a topic are the first of each section of its path, then of those off the path: ranges of places. */
export const topicRanges: [from: string, to: string][] = [
  ...Array.from(sections.keys(), toSectionRange),
  [offPath, `${offPath}~`],
]
export const maxPerRange = Math.floor(maxCandidates / sections.length)

/**
 * Draws questions by the hash of the seed and their address (rendezvous hashing): the same seed draws the same questions,
 * and one more candidate replaces at most one of them. No two are rewordings of each other.
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
