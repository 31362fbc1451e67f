import type { Subject, Topic } from '@/lib/core/types'
import type { SearchTerm } from './terms'
import type { Repeated } from './worth'

/** A word or phrase of headings, how many headings have it, and the counts for its worth (worth.ts), if known. */
export type Known = Partial<Repeated> & { word: string; questions: number }

/** An abbreviation, what it stands for, and how many questions say so. */
export type Abbreviation = { short: string; long: string; uses: number }

/**
 * What ranking needs of a heading: its text to compare (compared-heading.ts), its subject, and the sense of its title
 * (sense.ts).
 */
export type HeadingRow = { key: number; subject: string; sense: number; compared: string }

/** A heading (what is above an answer) as the index stores it. */
export type IndexedHeading = HeadingRow & { title: string; keywords: string }

/** The subjects that have questions, the requested one, and the number of all questions. */
export type Overview = { subjects: Subject[]; asked: Subject | undefined; total: number }

/** A topic that has a page. */
export type FoundTopic = Topic & { subject: string }

/**
 * Matches what has all of the terms (in its title if `inTitle`) and none of `without`, and is in the subject with this
 * token. For headings, only the words of the heading count.
 */
export type Match = {
  terms: readonly SearchTerm[]
  subject?: string | undefined
  without?: readonly SearchTerm[]
  inTitle?: boolean
}

/** Everything that a search asks of an index. Lists are sorted by their keys. */
type Lookups = {
  overview: { asked: { subject: string | undefined }; answer: Overview }
  /** What is known about a word, if headings have it. */
  word: { asked: { word: string }; answer: Known | undefined }
  /** What each of `shorts` stands for, and the abbreviations of each of `longs`: those that most questions use. */
  abbreviations: { asked: { shorts: string[]; longs: string[]; limit: number }; answer: Abbreviation[] }
  /** The most frequent in headings of the first `considered` words with a beginning. */
  beginning: { asked: { beginning: string; considered: number; limit: number }; answer: Known[] }
  /**
   * The words that share a piece with a word, or are such a piece, unless more than `most` headings have the word itself;
   * if there are none, the first words with `beginning`, if given.
   */
  near: {
    asked: { word: string; most: number; pieces: string[]; beginning: string | undefined; limit: number }
    answer: Known[]
  }
  /** Those of the given words that headings have. */
  words: { asked: { words: string[] }; answer: Known[] }
  /**
   * Those of some two-word phrases that headings have: the `limit` with the most frequent words, each with its number of
   * headings, counted up to `counted`. None if more than `most` headings have the compound `word`.
   */
  split: {
    asked: { word: string; most: number; parts: [first: string, second: string][]; limit: number; counted: number }
    answer: Known[]
  }
  /** The first words with the same sounds (sounds.ts). */
  alike: { asked: { sounds: string[]; limit: number }; answer: Known[] }
  countHeadings: { asked: { match: Match; limit: number }; answer: number }
  countTexts: { asked: { match: Match; limit: number }; answer: number }
  /** The heading keys of questions whose heading, or heading and answer, match. */
  headings: { asked: { match: Match; limit: number }; answer: number[] }
  texts: { asked: { match: Match; limit: number }; answer: number[] }
  /** The topics with a page whose slug begins with a text, in the order of their slugs. */
  topics: { asked: { beginning: string; limit: number }; answer: FoundTopic[] }
  /**
   * The headings of the questions whose title begins with a lower-case text, sorted by title.
   */
  begun: { asked: { beginning: string; limit: number }; answer: HeadingRow[] }
  /** Those of the questions, by heading key, whose heading or answer has one of the terms. */
  having: { asked: { keys: number[]; terms: readonly SearchTerm[] }; answer: number[] }
  /** The questions on a page of a subject's list, newest first. */
  newest: { asked: { subject: string; page: number }; answer: number[] }
  headingRows: { asked: { keys: number[] }; answer: HeadingRow[] }
}

export type LookupKind = keyof Lookups
export type LookupOf<Kind extends LookupKind> = { kind: Kind } & Lookups[Kind]['asked']
export type Lookup = { [Kind in LookupKind]: LookupOf<Kind> }[LookupKind]
export type AnswerTo<Kind extends LookupKind> = Lookups[Kind]['answer']

/** An engine's index: each of its functions answers one kind of lookup. */
export type SearchIndex = { [Kind in LookupKind]: (asked: Lookups[Kind]['asked']) => AnswerTo<Kind> }

/** An index in this process. `expect` announces the lookups of a step, so that it can combine them. */
export type NearIndex = SearchIndex & { expect: (asked: readonly Lookup[]) => void }

/**
 * A search as a generator of lookups. The lookups of one step do not depend on each other's answers, so a remote engine
 * can answer them in one round trip; a local engine answers each lazily, when its answer is called for.
 */
export type LookupSteps<Result> = Generator<readonly Lookup[], Result, readonly (() => unknown)[]>

type Answers<Asked extends readonly Lookup[]> = {
  [Index in keyof Asked]: () => Asked[Index] extends { kind: infer Kind extends LookupKind } ? AnswerTo<Kind> : never
}

/** Looks up several things in one step. */
export function* lookUp<const Asked extends readonly Lookup[]>(...asked: Asked): LookupSteps<Answers<Asked>> {
  return (yield asked) as unknown as Answers<Asked>
}

/** Looks up any number of things of one kind in one step. */
export function* lookUpEach<Kind extends LookupKind>(asked: LookupOf<Kind>[]): LookupSteps<(() => AnswerTo<Kind>)[]> {
  return (yield asked as unknown as Lookup[]) as (() => AnswerTo<Kind>)[]
}

type Results<Searches extends readonly LookupSteps<unknown>[]> = {
  -readonly [Index in keyof Searches]: Searches[Index] extends LookupSteps<infer Result> ? Result : never
}

/** Runs several searches in lockstep, in as many round trips as the longest of them takes. */
export function* lookUpTogether<const Searches extends readonly LookupSteps<unknown>[]>(
  searches: Searches,
): LookupSteps<Results<Searches>> {
  const steps = searches.map((search) => search.next())
  while (steps.some(({ done }) => !done)) {
    const asked: Lookup[] = []
    for (const step of steps) if (!step.done) asked.push(...step.value)
    const answers = yield asked
    let at = 0
    for (const [index, step] of steps.entries()) {
      if (step.done) continue
      const end = at + step.value.length
      steps[index] = (searches[index] as LookupSteps<unknown>).next(answers.slice(at, end))
      at = end
    }
  }
  return steps.map((step) => step.value) as Results<Searches>
}

/** Runs a search on an index in this process. */
export function searchNear<Result>(search: LookupSteps<Result>, index: NearIndex): Result {
  let step = search.next()
  while (!step.done) {
    index.expect(step.value)
    step = search.next(step.value.map((asked) => answerOnce(asked, index)))
  }
  return step.value
}

/** Memoises the answer to a lookup. */
function answerOnce(asked: Lookup, index: SearchIndex): () => unknown {
  let answer: unknown
  let isAnswered = false
  return () => {
    if (!isAnswered) answer = (index[asked.kind] as (asked: Lookup) => unknown)(asked)
    isAnswered = true
    return answer
  }
}
