import type { Correction } from '@/lib/core/search-page'
import { parseQuery, type Query, splitStopWordPhrases, type Unit } from '@/lib/search/query'
import type { Store } from '../schema/open'
import { prepareCorrections } from './corrections'
import { commonShare } from './search-candidates'
import { type Found, prepareRanking } from './search-ranking'
import { prepareTerms, type SearchTerm } from './search-terms'

/** How many corrections of a word are tried. */
const correctionsTried = 5

/** A word that at most this many questions have may be a typo, if none of them has the other words too. */
const mostSlips = 2

/**
 * In a larger library, phrases of stop words alone are not searched for as phrases. One that no text had took 30 ms
 * among 36,000 questions, and the time grows with their number.
 */
const mostForStopWordPhrases = 50_000

export type Search = {
  /** What was searched for, with misspelt words corrected. */
  query: Query
  corrections: Correction[]
  /** The words that excerpts mark: all but those that most questions have. */
  words: string[]
  /** The best first, a bounded number. */
  found: Found[]
  /** Whether the library has more than those. */
  capped: boolean
}

/** The search of the library. What it costs depends on the query, not on how many questions there are. */
export function prepareSearch(store: Store) {
  const { listTerms, countTotal } = prepareTerms(store)
  const { rank, hasMatch } = prepareRanking(store)
  const { listCorrections } = prepareCorrections(store)

  /**
   * The query with each typo replaced by a correction that occurs together with the other words, or else the likeliest.
   */
  function correct(query: Query, terms: readonly SearchTerm[], total: number, subject: string | undefined): Query {
    let meant: SearchTerm[] | undefined
    for (const [index, { unit, questions }] of terms.entries()) {
      if (unit.quoted || questions > mostSlips) continue
      const words = listCorrections(unit.words[0], correctionsTried)
      if (words.length === 0) continue
      meant ??= listTerms({ ...query, typing: false })
      const corrected = listTerms({ ...query, units: words.map(toWordUnit), typing: false })
      const versions = corrected.map((term) => (meant as SearchTerm[]).with(index, term))
      const inHeading = versions.find((version) => hasMatch(version, total, subject, 'heading'))
      const anywhere = inHeading ?? versions.find((version) => hasMatch(version, total, subject, 'text'))
      meant = anywhere ?? (questions === 0 ? versions[0] : undefined) ?? meant
    }
    return meant ? { ...query, units: meant.map(({ unit }) => unit), typing: false } : query
  }

  return {
    /** The questions of the library, or of one subject, that answer a query. Accepts any text. */
    search(text: string, subject?: string): Search {
      const total = countTotal()
      const parsed = parseQuery(text)
      const query = total > mostForStopWordPhrases ? splitStopWordPhrases(parsed) : parsed
      const terms = listTerms(query)
      const isKnown = terms.every(({ questions }) => questions > 0)
      const typed = isKnown ? rank(terms, total, subject) : undefined
      const searched = typed && typed.complete > 0 ? query : correct(query, terms, total, subject)
      const corrections = listChanges(query.units, searched.units)
      const meant = corrections.length > 0 ? listTerms(searched) : terms
      const { found, capped } = typed && meant === terms ? typed : rank(meant, total, subject)
      return { query: searched, corrections, words: listMarked(meant, total), found, capped }
    },
  }
}

const toWordUnit = (word: string): Unit => ({ words: [word], quoted: false })

function listMarked(terms: readonly SearchTerm[], total: number): string[] {
  const rare = terms.filter(({ questions, stopWord }) => !stopWord && questions < total * commonShare)
  return [...new Set((rare.length > 0 ? rare : terms).flatMap(({ words }) => words))]
}

function listChanges(before: readonly Unit[], after: readonly Unit[]): Correction[] {
  const changed = before.map((unit, index) => ({
    typed: unit.words.join(' '),
    meant: after[index]?.words.join(' ') ?? '',
  }))
  return changed.filter(({ typed, meant }) => typed !== meant)
}
