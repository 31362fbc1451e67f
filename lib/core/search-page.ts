import type { NamedTopic, Subject } from './types'

export type SearchResult = {
  title: string
  /** The title as safe HTML where it has code or emphasis. */
  titleHtml: string | null
  url: string
  subject: string
  /** How many wordings of the question the library has. */
  ways: number
  /** HTML: escaped text with the found words in `<mark>`. */
  excerpt: string
}

/** A corrected word, as typed and as searched for. */
export type Correction = { typed: string; meant: string }

/** A subject with search results, and their number; undefined if not known. */
export type FilledSubject = Subject & { found: number | undefined }

/** What a search found, without the questions themselves. */
export type SearchOutcome = {
  corrections: Correction[]
  /** The words, and phrases in quotes, that occur nowhere in the library. */
  missing: string[]
  /** The words that excerpts mark: all but those that most questions have. */
  words: string[]
  /** The number of results; if `capped`, the library has more. */
  total: number
  capped: boolean
  /** How many questions have too few of the words to be results; 0 if those were requested too. */
  more: number
  /** The only subject that was searched: the requested one, or the one that `subject:` in the text names. */
  subject: Subject | undefined
  /** The text after `subject:`, if no subject has that name. */
  unknownSubject: string | undefined
  /** The subjects that the text names, the likeliest first. */
  named: Subject[]
  /** The topics whose name is the text, or begins with it. */
  topics: NamedTopic[]
  /** The number of results in all subjects, whichever was requested; undefined if the library has more. */
  everywhere: number | undefined
  /** The subjects with their numbers of results, most first; a number is undefined if the library has more. */
  subjects: FilledSubject[]
}

/** One page of search results, as it is shown. */
export type SearchPage = SearchOutcome & {
  /** The query with misspelt words corrected; undefined if it was searched for as typed. */
  corrected: string | undefined
  page: number
  /** At least 1. */
  pages: number
  results: SearchResult[]
  /** The query without the subject that it names. */
  unfiltered: string
}
