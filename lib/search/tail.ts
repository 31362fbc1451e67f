type Matched = { share: number }

/** A question that has no more than this of a query, by weight, is about something else. */
const half = 0.5

/** Those that were found until sense ends: where some have more than half of the query, those alone. */
export function cutTail<Found extends Matched>(found: readonly Found[]): readonly Found[] {
  const telling = found.filter(({ share }) => share > half)
  return telling.length > 0 ? telling : found
}
