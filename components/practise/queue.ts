import type { Card } from './cards'
import { toRetrievability } from './schedule'

/**
 * The cards due on a day, without removed ones: the least likely to be recalled, up to what is left of the daily limit,
 * shuffled.
 */
export function listDue(cards: readonly Card[], day: number, limit: number): Card[] {
  const done = cards.filter(({ review }) => review?.day === day).length
  const due = cards.flatMap((card) =>
    card.review && !card.gone && card.review.due <= day
      ? [{ card, known: toRetrievability(card.review.memory, day - card.review.day) }]
      : [],
  )
  due.sort((a, b) => a.known - b.known)
  return shuffle(
    due.slice(0, Math.max(0, limit - done)).map(({ card }) => card),
    day,
  )
}

/** In an order that stays the same all day, even as cards are removed. */
export const shuffle = <T extends { path: string }>(cards: readonly T[], day: number): T[] =>
  cards
    .map((card) => ({ card, place: hash(day + card.path) }))
    .sort((a, b) => a.place - b.place)
    .map(({ card }) => card)

/** FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let sum = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193)
  return sum >>> 0
}
