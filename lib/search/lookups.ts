import type { Subject, Topic } from '@/lib/core/types'
import type { SearchTerm } from './terms'
import type { Repeated } from './worth'

/** A word or phrase of headings, how many headings have it, and what tells its worth (worth.ts), if known. */
export type Known = Partial<Repeated> & { word: string; questions: number }

/** A word, the words that it stands for, and how many questions say so. */
export type Abbreviation = { short: string; long: string; uses: number }

/**
 * What ranking asks of a heading: its text to compare (compared-heading.ts), its subject, the sense of its title
 * (sense.ts).
 */
export type HeadingRow = { key: number; subject: string; sense: number; compared: string }

/** What is above an answer as the index has it. */
export type IndexedHeading = HeadingRow & { title: string; keywords: string }

/** The subjects that have questions, the one that was asked for, and how many questions there are. */
export type Overview = { subjects: Subject[]; asked: Subject | undefined; total: number }

/** A topic that has a page. */
export type FoundTopic = Topic & { subject: string }

/**
 * What has all of these terms, in the title alone where `inTitle`, and is in the subject that a token names; but not
 * what has one of those in `without`. A heading is only asked for its own words.
 */
export type Match = {
  terms: readonly SearchTerm[]
  subject?: string | undefined
  without?: readonly SearchTerm[]
  inTitle?: boolean
}

/** Everything that a search asks of an index. What is listed comes in the order of its keys. */
type Lookups = {
  overview: { asked: { subject: string | undefined }; answer: Overview }
  /** What is known of a word, if headings have it. */
  word: { asked: { word: string }; answer: Known | undefined }
  /** What most questions say that each of some words stands for, and what stands for each of some phrases. */
  abbreviations: { asked: { shorts: string[]; longs: string[]; limit: number }; answer: Abbreviation[] }
  /** The words that most headings have, of the first ones with a beginning. */
  beginning: { asked: { beginning: string; considered: number; limit: number }; answer: Known[] }
  /**
   * The words that share a piece with a word, or are one, unless more than `most` headings have that word itself; where
   * there are none, the first ones with the same beginning, if one is given.
   */
  near: {
    asked: { word: string; most: number; pieces: string[]; beginning: string | undefined; limit: number }
    answer: Known[]
  }
  /** Those of some words that headings have. */
  words: { asked: { words: string[] }; answer: Known[] }
  /**
   * The phrases of two words, of some, that headings have: at most `limit`, the ones of the most frequent words, in how
   * many headings each is up to `counted`. None if more than `most` headings have the word that they are written as
   * one.
   */
  split: {
    asked: { word: string; most: number; parts: [first: string, second: string][]; limit: number; counted: number }
    answer: Known[]
  }
  /** The first words that sound like one, by their sounds (sounds.ts). */
  alike: { asked: { sounds: string[]; limit: number }; answer: Known[] }
  countHeadings: { asked: { match: Match; limit: number }; answer: number }
  countTexts: { asked: { match: Match; limit: number }; answer: number }
  /** The heading keys of questions whose heading, or heading and answer, match. */
  headings: { asked: { match: Match; limit: number }; answer: number[] }
  texts: { asked: { match: Match; limit: number }; answer: number[] }
  /** The topics with a page whose slug begins with a text, in the order of their slugs. */
  topics: { asked: { beginning: string; limit: number }; answer: FoundTopic[] }
  /**
   * What is above the answers of the questions whose title begins with a text in lower case, in the order of the
   * titles.
   */
  begun: { asked: { beginning: string; limit: number }; answer: HeadingRow[] }
  /** Those of the questions, by their heading keys, of which heading or answer has one of the terms. */
  having: { asked: { keys: number[]; terms: readonly SearchTerm[] }; answer: number[] }
  /** The questions of a page of a subject's list, the newest first. */
  newest: { asked: { subject: string; page: number }; answer: number[] }
  headingRows: { asked: { keys: number[] }; answer: HeadingRow[] }
}

export type LookupKind = keyof Lookups
export type LookupOf<Kind extends LookupKind> = { kind: Kind } & Lookups[Kind]['asked']
export type Lookup = { [Kind in LookupKind]: LookupOf<Kind> }[LookupKind]
export type AnswerTo<Kind extends LookupKind> = Lookups[Kind]['answer']

/** An engine's index: each of its functions answers one kind of lookup. */
export type SearchIndex = { [Kind in LookupKind]: (asked: Lookups[Kind]['asked']) => AnswerTo<Kind> }

/** An index in this process; it is told what a step may ask it, to look up together what it can. */
export type NearIndex = SearchIndex & { expect: (asked: readonly Lookup[]) => void }

/**
 * A search as it asks an index. The lookups of one step depend on no answer of that step, so an engine that is far away
 * can answer them in one round trip; an engine that is near answers each when its answer is called for, if ever.
 */
export type Looking<Result> = Generator<readonly Lookup[], Result, readonly (() => unknown)[]>

type Answers<Asked extends readonly Lookup[]> = {
  [Index in keyof Asked]: () => Asked[Index] extends { kind: infer Kind extends LookupKind } ? AnswerTo<Kind> : never
}

/** Looks up several things in one step. */
export function* lookUp<const Asked extends readonly Lookup[]>(...asked: Asked): Looking<Answers<Asked>> {
  return (yield asked) as unknown as Answers<Asked>
}

/** The same for any number of one kind. */
export function* lookUpEach<Kind extends LookupKind>(asked: LookupOf<Kind>[]): Looking<(() => AnswerTo<Kind>)[]> {
  return (yield asked as unknown as Lookup[]) as (() => AnswerTo<Kind>)[]
}

type Results<Searches extends readonly Looking<unknown>[]> = {
  -readonly [Index in keyof Searches]: Searches[Index] extends Looking<infer Result> ? Result : never
}

/** Takes the steps of several searches together: as many round trips as the longest of them has. */
export function* lookTogether<const Searches extends readonly Looking<unknown>[]>(
  searches: Searches,
): Looking<Results<Searches>> {
  const steps = searches.map((search) => search.next())
  while (steps.some(({ done }) => !done)) {
    const asked: Lookup[] = []
    for (const step of steps) if (!step.done) asked.push(...step.value)
    const answers = yield asked
    let at = 0
    for (const [index, step] of steps.entries()) {
      if (step.done) continue
      const end = at + step.value.length
      steps[index] = (searches[index] as Looking<unknown>).next(answers.slice(at, end))
      at = end
    }
  }
  return steps.map((step) => step.value) as Results<Searches>
}

/** Answers a search from an index in this process. */
export function searchNear<Result>(search: Looking<Result>, index: NearIndex): Result {
  let step = search.next()
  while (!step.done) {
    index.expect(step.value)
    step = search.next(step.value.map((asked) => answerOnce(asked, index)))
  }
  return step.value
}

/** What is called for again is not looked up again. */
function answerOnce(asked: Lookup, index: SearchIndex): () => unknown {
  let answer: unknown
  let isAnswered = false
  return () => {
    if (!isAnswered) answer = (index[asked.kind] as (asked: Lookup) => unknown)(asked)
    isAnswered = true
    return answer
  }
}
