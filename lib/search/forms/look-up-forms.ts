import { isEnglishWord } from '../dictionary/dictionary'
import { type Known, type LookupSteps, lookUpEach, lookUpTogether, type Match } from '../lookups'
import type { Unit } from '../query'
import { listSplits } from './compounds'
import type { Forms } from './forms'

/** A word that more headings have is not split in two. */
const maxHeadingsToSplit = 50
const maxSplits = 2

/** The other forms of a unit that the library has, and roughly how many headings have one. */
export type KnownForms = { spelled: string[]; questions: number }

/**
 * Looks up which other forms of a unit headings have, and which two words it may consist of. Counting stops at
 * `counted`; `toMatch` returns a match of any of some phrases.
 */
export function* lookUpForms(
  { words: [word, ...more], quoted }: Unit,
  { words, phrases }: Forms,
  counted: number,
  toMatch: (phrases: string[]) => Match,
): LookupSteps<() => KnownForms> {
  const parts = quoted || more.length > 0 ? [] : listSplits(word)
  // A word that English writes as one is hardly ever two words in a heading, if the library has it.
  const most = parts.length > 0 && isEnglishWord(word) ? 0 : maxHeadingsToSplit
  const [inHeadings, halves, named] = yield* lookUpTogether([
    lookUpEach(words.length > 0 ? [{ kind: 'words', words }] : []),
    lookUpEach(parts.length > 0 ? [{ kind: 'split', word, most, parts, limit: maxSplits, counted }] : []),
    lookUpEach(phrases.length > 0 ? [{ kind: 'countHeadings', match: toMatch(phrases), limit: counted }] : []),
  ])
  return () =>
    toKnownForms(
      [...inHeadings, ...halves].flatMap((answer) => answer()),
      phrases,
      named[0]?.() ?? 0,
    )
}

function toKnownForms(known: readonly Known[], phrases: readonly string[], named: number): KnownForms {
  return {
    spelled: [...known.map(({ word }) => word), ...(named > 0 ? phrases : [])],
    questions: known.reduce((sum, { questions }) => sum + questions, named),
  }
}
