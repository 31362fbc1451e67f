import type { Question as QuestionDocument } from 'contentlayer/generated'
import type { AnswerSource } from './answer-source'

/** The validated fields of the front matter; the type comes from contentlayer.config.ts. */
export type QuestionFields = Omit<QuestionDocument, '_id' | '_raw' | 'type' | 'body'>

/** The identity of a question: its folder and its file name. */
export type QuestionKey = { subject: string; slug: string }

/** Fields that only the question's own page shows. */
export type QuestionDetails = Pick<
  QuestionFields,
  | 'article_title'
  | 'question'
  | 'date_format'
  | 'post_on_text'
  | 'updated'
  | 'recall'
  | 'reviewed_by'
  | 'sources'
  | 'origin'
  | 'asked_by_student'
> & {
  /** Whether the description is an excerpt of the answer, because its author wrote no useful one. */
  excerpted?: true
  /** The heading as its author wrote it, where it has code, emphasis or formulas. */
  markedHeading?: string | undefined
  keywords: string[]
  /** What abbreviations stand for, where the question spells them out itself. */
  abbreviations?: Record<string, string> | undefined
  /** The addresses of the author's related questions as written, in order. */
  related: string[]
  /** The other addresses that the file names: links in its answer, and its canonical page. */
  links: string[] | undefined
  /** Old addresses in the form in which they are looked up. */
  aliases: string[]
}

/** An address that a file names, and where: line and column begin at 1. */
export type PlacedAddress = { address: string; line: number; column: number }

/**
 * An old address in `file` (relative to the content folder) that conflicts with `holder`, the page or file that has it.
 */
export type AddressConflict = PlacedAddress & {
  file: string
  kind: 'alias-taken' | 'alias-shared' | 'removed-present'
  holder: string
}

/** A question as the compiler passes it to the store. */
export type QuestionRecord = QuestionKey &
  Pick<QuestionFields, 'title' | 'date' | 'canonical'> & {
    /** The subject's display name in this file; undefined if it has none. */
    subjectTitle: string | undefined
    description: string
    author: string
    /** The editorial number, `id` in the file. */
    number: number | undefined
    noIndex: boolean
    /** The title as HTML, escaped, where it has code or emphasis: see `toTitleHtml`. */
    titleHtml: string | undefined
    answer: AnswerSource
    /** Keys for finding rewordings: the sense of the title, and two hashes of a long answer (lib/search). */
    sense: number
    answerBands: [number, number] | undefined
    details: QuestionDetails
    /** The topics that it mentions, and how, as JSON (topics.ts): computed by the reading threads, not the writing one. */
    mentions: string
    /** The text of its answer for the full-text index, computed there too. */
    searchText: string
    /** The aliases in `details`, with their places in the file. */
    aliases: PlacedAddress[]
  }

export type SubjectRecord = {
  subject: string
  title: string
  description: string | undefined
  order: number | undefined
}

/** A subject as lists and headers show it; `badge` is two letters of its title. */
export type Subject = { slug: string; title: string; badge: string; description: string | null; questions: number }

/** A topic of a subject that has a page. */
export type Topic = { slug: string; name: string }

/** A topic with the subject that it is in. */
export type NamedTopic = Topic & { subject: string; subjectTitle: string }

/** A topic of a question, and the next question on its path, if there is one. */
export type TopicOfQuestion = Topic & { nextId: number | null }

/**
 * A question as lists show it; `subject` and `slug` are those of its canonical page, so that all links use one address.
 */
export type QuestionSummary = QuestionKey &
  Pick<QuestionFields, 'title' | 'date'> & {
    id: number
    /** The title as safe HTML, where it has code or emphasis. */
    titleHtml: string | null
    description: string
    subjectTitle: string
    /** How many wordings of it the library has: 1 if there is no rewording; at most `maxWays`. */
    ways: number
  }

/** A question on a sheet or in a deck; `modified` is the day of its last change. */
export type Card = QuestionKey &
  Pick<Question, 'id' | 'title' | 'subjectTitle' | 'answer' | 'details'> & { modified: string }

/** A question in a feed. */
export type FeedEntry = Omit<QuestionSummary, 'id' | 'titleHtml' | 'ways'> & { modified: string; authorName: string }

/** One bounded page of a list. `pages` is at least 1; `total` counts the questions of all pages. */
export type QuestionList = { questions: QuestionSummary[]; page: number; pages: number; total: number }

/** A question as its own page shows it. */
export type Question = QuestionKey &
  Pick<QuestionFields, 'title' | 'date'> & {
    id: number
    /** Its file, relative to the content folder. */
    path: string
    /** Its sort key on the paths of its topics (path-key.ts); null if it is hidden from search engines. */
    pathKey: string | null
    /** Its number among the subject's questions of the same title, from 1. */
    titleOrdinal: number
    description: string
    /** The author's slug, and the name as the file gives it. */
    author: string
    authorName: string
    subjectTitle: string
    subjectBadge: string
    noIndex: boolean
    answer: AnswerSource
    details: QuestionDetails
    canonicalId: number
    canonical: QuestionKey
    /** How many wordings of its canonical question the library has. */
    ways: number
  }
