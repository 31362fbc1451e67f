import type { ListOrder } from '@/lib/core/routes'
import type { SearchOutcome } from '@/lib/core/search-page'
import type {
  Card,
  FeedEntry,
  Question,
  QuestionKey,
  QuestionList,
  QuestionSummary,
  Subject,
  Topic,
} from '@/lib/core/types'
import type { State } from './changes'

/** Everything from the library that the page of a question shows. */
export type QuestionPage = {
  question: Question
  /** What to read next: the author's links. */
  related: QuestionSummary[]
  /** The most similar other questions, without rewordings. */
  alike: QuestionSummary[]
  /** Other questions that ask the same thing. */
  rewordings: QuestionSummary[]
  /** The topics of the question that have a page, the smallest first. */
  topics: Topic[]
  /** The next step: on the path of a topic, or the nearest question. Following it never visits a question twice. */
  next: Next | undefined
}

/** A question to go on with, and the topic on whose path it comes next; undefined if it was chosen as similar. */
export type Next = { question: QuestionSummary; topic: Topic | undefined }

/** A part of a topic's path: its questions, the most linked first. */
export type PathSection = { title: string; questions: QuestionSummary[] }

/**
 * `questions` counts the whole library; `newest` are from as many subjects as possible, at most two of one, the newest
 * first; `ofDay` is a question to start with, a different one each day.
 */
export type HomePage = {
  subjects: Subject[]
  questions: number
  newest: QuestionSummary[]
  ofDay: QuestionSummary | undefined
}

/** A letter that titles of a subject begin with, and the page of its list from A to Z on which they start. */
export type Letter = { letter: string; page: number }

/** One page of a subject. Letters are on the pages from A to Z. */
export type SubjectPage = { subject: Subject; list: QuestionList; order: ListOrder; topics: Topic[]; letters: Letter[] }

/** One page of a topic; only the first has the path, and `defining`, the question that says what the topic is. */
export type TopicPage = {
  subject: Subject
  topic: Topic
  list: QuestionList
  defining: QuestionSummary | undefined
  path: PathSection[]
}

/** If an author has several pages, the first begins with the `newest` questions from as many subjects as possible. */
export type AuthorPage = {
  author: { slug: string; name: string }
  list: QuestionList
  newest: QuestionSummary[]
}

/**
 * What is searched for: `subject` is the slug of the only subject to look in, `page` a number from 1; with `more`,
 * questions with only some of the words are found too; with `once`, the result is not cached.
 */
export type SearchRequest = {
  text: string
  subject: string | undefined
  page: number
  pageSize: number
  more?: boolean
  once?: boolean
}

/** A question that was found; `excerpt` is HTML: some of its text, escaped, with the matching words in `<mark>`. */
export type FoundQuestion = QuestionKey &
  Pick<QuestionSummary, 'id' | 'title' | 'titleHtml' | 'subjectTitle' | 'ways'> & { excerpt: string }

/** One page of what a search found. */
export type FoundPage = SearchOutcome & {
  questions: FoundQuestion[]
  /** The state of the library that was searched. */
  state: State
}

/**
 * Which questions a sheet or a deck has: `count` that `seed` draws from a subject or a topic; without a seed, the first of
 * the topic; or those with the given short numbers (lib/core/short-id.ts).
 */
export type Selection =
  | { kind: 'subject'; subject: string; seed: string; count: number }
  | { kind: 'topic'; subject: string; topic: string; seed: string | undefined; count: number }
  | { kind: 'chosen'; shorts: readonly number[] }

/** The questions of a selection, what they were chosen from, and the state that was read. */
export type Selected = { subject: Subject | undefined; topic: Topic | undefined; questions: Card[]; sequence: number }

/** What is at an address: a page, one that has moved, one that was removed, or nothing. */
export type Address =
  | { status: 'page' }
  | { status: 'moved'; path: string }
  | { status: 'removed' }
  | { status: 'unknown' }

/** The newest questions of the library or of one subject. `sequence` is the state that was read. */
export type Feed = { subject: Subject | undefined; entries: FeedEntry[]; sequence: number }

/** A file of the sitemap and the newest day in it; undefined if no day is known. */
export type SitemapFileSummary = { section: string; number: number; modified: string | undefined }

/**
 * What one file of the sitemap lists. The entries of a long file are read in batches (`listSitemapEntries`); `version` is
 * the compile that last changed one of them.
 */
export type SitemapFile =
  | { kind: 'site'; modified: string | undefined; sequence: number }
  | {
      kind: 'subject'
      slug: string
      pages: number
      modified: string | undefined
      topics: { slug: string; pages: number }[]
      sequence: number
    }
  | { kind: 'entries'; version: number }

/** What is under a slug in a section of the sitemap, and its place there. */
export type SitemapEntry = { place: number; slug: string; addresses: number; modified: string }
