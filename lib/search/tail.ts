type Matched = { share: number }

/** A question that has no more than this share of a query, by weight, is about something else. */
const half = 0.5

/**
 * Drops poor matches: if some questions have more than half of the query, those come first, and of the others only those
 * stay that rank above all of them: their titles have what they match.
 */
export function cutTail<Found extends Matched>(found: readonly Found[]): readonly Found[] {
  const isLikely = ({ share }: Found) => share > half
  const first = found.findIndex(isLikely)
  return first < 0 ? found : [...found.filter(isLikely), ...found.slice(0, first)]
}
