import type { NamedTopic, Subject } from './types'

export type SearchResult = {
  title: string
  /** The title as safe HTML where it has code or emphasis. */
  titleHtml: string | null
  url: string
  subject: string
  /** In how many ways the library asks the question. */
  ways: number
  /** HTML: escaped text with the words that were found in `<mark>`. */
  excerpt: string
}

/** A corrected word, as typed and as searched for. */
export type Correction = { typed: string; meant: string }

/** A subject in which something was found, with how much; undefined where that is not known. */
export type FilledSubject = Subject & { found: number | undefined }

/** What a search found, but for the questions. */
export type SearchOutcome = {
  corrections: Correction[]
  /** The words, and phrases in quotes, that nothing in the library has. */
  missing: string[]
  /** The words that excerpts mark: all but those that most questions have. */
  words: string[]
  /** How many were found; if `capped`, the library has more. */
  total: number
  capped: boolean
  /** How many have some of the words, but not enough to be found; 0 where they were asked for. */
  more: number
  /** The only subject that was searched: the one asked for, or the one that `subject:` in the text names. */
  subject: Subject | undefined
  /** What follows `subject:` in the text, where no subject has that name. */
  unknownSubject: string | undefined
  /** The subjects whose name the text is, the likeliest first. */
  named: Subject[]
  /** The topics whose name the text is, or begins. */
  topics: NamedTopic[]
  /** How many were found in all subjects, whichever was asked for; undefined where the library has more. */
  everywhere: number | undefined
  /** How many are found in each subject alone, the most first; undefined where the library has more. */
  subjects: FilledSubject[]
}

/** One page of what a search found, as it is shown. */
export type SearchPage = SearchOutcome & {
  /** The query with misspelt words corrected; undefined where it was searched for as it was typed. */
  corrected: string | undefined
  page: number
  /** At least 1. */
  pages: number
  results: SearchResult[]
  /** The query without the subject that it names. */
  unfiltered: string
}
