import { toStem } from '@/lib/core/words'
import { countMistakes, shortestCorrected, toPieces } from './near-words'
import { isStopWord } from './stop-words'

/** A longer slug has too many possible slips to look each up; its other words find it. */
const longestTried = 48

const characters = [...'abcdefghijklmnopqrstuvwxyz0123456789-']

/** A slug, and those one slip away: a letter missing, added, replaced, or swapped with the next. */
export function listNearSlugs(slug: string): string[] {
  if (slug.length > longestTried) return [slug]
  const near = new Set([slug, ...toPieces(slug)])
  for (let at = 0; at <= slug.length; at += 1) {
    const [before, here, next, after] = [
      slug.slice(0, at),
      slug.slice(at, at + 1),
      slug.slice(at + 1, at + 2),
      slug.slice(at + 2),
    ]
    if (next) near.add(before + next + here + after)
    for (const character of characters) {
      near.add(before + character + here + next + after)
      if (here) near.add(before + character + next + after)
    }
  }
  return [...near]
}

/** With this many content words, one that the other slug lacks may be a mistake. */
const enoughForMistake = 4

/** How many letters of a slug may be wrong. */
const maxMistakes = 2

/**
 * The distance between two slugs: how many words differ, or less than one if only letters are wrong. Undefined if they
 * are too different for one to stand for the other.
 */
export function measureSlugs(asked: string, found: string): number | undefined {
  const mistakes = countMistakes(asked, found, maxMistakes)
  if (mistakes <= maxMistakes && asked.length > 2 * maxMistakes) return mistakes / (maxMistakes + 1)
  const [wanted, there] = [toContentWords(asked), toContentWords(found)]
  const missing = wanted.filter((word) => !there.some((other) => isAlike(word, other))).length
  const more = there.filter((word) => !wanted.some((other) => isAlike(word, other))).length
  const known = wanted.length - missing
  if (known < 2 || missing > (wanted.length >= enoughForMistake ? 1 : 0) || more > Math.max(1, known / 2))
    return undefined
  return 1 + missing + more
}

const toContentWords = (slug: string) => slug.split('-').filter((word) => word !== '' && !isStopWord(word))

const isAlike = (word: string, other: string) =>
  toStem(word) === toStem(other) || (word.length >= shortestCorrected && countMistakes(word, other, 1) <= 1)
