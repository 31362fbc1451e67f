import { maxFound } from '@/lib/core/search-limits'
import { toWords } from '@/lib/core/words'
import { toQuestionId } from './heading-key'
import { type HeadingRow, type LookupSteps, lookUp } from './lookups'
import type { Found } from './ranking'
import type { Search } from './search'
import { mayBeCommon } from './significant-words'

/** At most this many titles are put first. If more begin with the text, none is, unless its words say nothing. */
const maxBegunTitles = 5

/** At least two words: it means nothing that a title begins with a single one. */
const isBeginning = /^\S+\s+\S/

/**
 * The questions whose title begins with what was typed, if they are few (`What is the difference between mi`); the
 * first of many if no word says what the question is about (`How do you`).
 */
export function* listBegun(text: string): LookupSteps<Found[]> {
  const beginning = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  const words = toWords(beginning)
  const saysNothing = words.length > 0 && words.every(mayBeCommon)
  if (!saysNothing && !isBeginning.test(beginning)) return []
  const [lookUpBegun] = yield* lookUp({ kind: 'begun', beginning, limit: maxBegunTitles + 1 })
  const begun = lookUpBegun()
  return begun.length > maxBegunTitles && !saysNothing ? [] : begun.slice(0, maxBegunTitles).map(toFound)
}

/**
 * Puts these questions before the other results. While somebody types a title, its question stays visible once it is
 * found: as the text grows, fewer titles begin with it, and their order stays the same.
 */
export function putFirst(begun: readonly Found[], search: Search): Search {
  if (begun.length === 0) return search
  const ids = new Set(begun.map(({ id }) => id))
  const all = [...begun, ...search.found.filter(({ id }) => !ids.has(id))]
  return { ...search, found: all.slice(0, maxFound), capped: search.capped || all.length > maxFound }
}

const toFound = ({ key, subject, sense }: HeadingRow): Found => ({
  id: toQuestionId(key),
  subject,
  sense,
  score: 1,
  share: 1,
})
