type Matched = { share: number }

/** A question that has no more than this share of a query, by weight, is about something else. */
const half = 0.5

/** Drops poor matches: if some questions have more than half of the query, only those are kept. */
export function cutTail<Found extends Matched>(found: readonly Found[]): readonly Found[] {
  const likely = found.filter(({ share }) => share > half)
  return likely.length > 0 ? likely : found
}
