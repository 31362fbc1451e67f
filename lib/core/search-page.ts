import type { NamedTopic, Subject } from './types'

/**
 * `url` is the address of the question, `titleHtml` its title as safe HTML where it has code or emphasis, `excerpt` HTML: escaped text with the words that were found in
 * `<mark>`; `ways` in how many ways the library asks it.
 */
export type SearchResult = {
  title: string
  titleHtml: string | null
  url: string
  subject: string
  ways: number
  excerpt: string
}

/** A corrected word, as typed and as searched for. */
export type Correction = { typed: string; meant: string }

/** A subject in which something was found, with how much; undefined where that is not known. */
export type FilledSubject = Subject & { found: number | undefined }

/** One page of what a search found. */
export type SearchPage = {
  /** The query with misspelt words corrected; undefined where it was searched for as it was typed. */
  corrected: string | undefined
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
  page: number
  /** At least 1. */
  pages: number
  results: SearchResult[]
  /** The only subject that was searched. */
  subject: Subject | undefined
  /** What follows `subject:` in the query, where no subject has that name. */
  unknownSubject: string | undefined
  /** The subjects whose name was searched for, the likeliest first. */
  named: Subject[]
  /** The topics whose name the text is, or begins. */
  topics: NamedTopic[]
  /** How many were found in all subjects, and in each, the most first; undefined where the library has more. */
  everywhere: number | undefined
  subjects: FilledSubject[]
  /** The query without the subject that it names. */
  unfiltered: string
}
