import type { Correction } from '@/lib/core/search-page'
import { commonShare, toPresence } from './candidates'
import { listCorrections } from './corrections'
import { type Looking, lookTogether, lookUpEach } from './lookups'
import { parseQuery, type Query, splitStopWordPhrases, type Unit } from './query'
import { type Found, rank } from './ranking'
import { listTerms, type SearchTerm } from './terms'

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
  corrections: Correction[]
  /** The words that excerpts mark: all but those that most questions have. */
  words: string[]
  /** The best first, a bounded number. */
  found: Found[]
  /** Whether the library has more than those. */
  capped: boolean
}

/**
 * The questions of the library, or of one subject, that answer a query. Accepts any text. What it costs depends on the
 * query, not on how many questions there are.
 */
export function* search(text: string, total: number, subject?: string): Looking<Search> {
  const parsed = parseQuery(text)
  const query = total > mostForStopWordPhrases ? splitStopWordPhrases(parsed) : parsed
  const terms = yield* listTerms(query, total)
  const isKnown = terms.every(({ questions }) => questions > 0)
  const typed = isKnown ? yield* rank(terms, total, subject) : undefined
  const isAnswered = typed !== undefined && typed.complete > 0
  const corrected = isAnswered ? terms : yield* correct(query, terms, total, subject)
  const corrections = listChanges(terms, corrected)
  const meant = corrections.length > 0 ? corrected : terms
  const { found, capped } = typed && meant === terms ? typed : yield* rank(meant, total, subject)
  return { corrections, words: listMarked(meant, total), found, capped }
}

/**
 * The terms of a query, each typo replaced by a correction that occurs together with the other words, or else the likeliest.
 */
function* correct(
  query: Query,
  terms: readonly SearchTerm[],
  total: number,
  subject: string | undefined,
): Looking<readonly SearchTerm[]> {
  const slips = terms.filter(({ unit, questions }) => !unit.quoted && questions <= mostSlips)
  const suggested = yield* lookTogether(slips.map(({ unit }) => listCorrections(unit.words[0], correctionsTried)))
  const typos = slips.flatMap((term, index) => {
    const words = suggested[index] ?? []
    return words.length > 0 ? [{ term, words }] : []
  })
  if (typos.length === 0) return terms
  const exactly = (units: Unit[]) => listTerms({ ...query, units, typing: false }, total)
  const [typed, ...corrected] = yield* lookTogether([
    exactly(query.units),
    ...typos.map(({ words }) => exactly(words.map(toWordUnit))),
  ])
  let meant = typed as SearchTerm[]
  for (const [at, { term }] of typos.entries()) {
    const index = terms.indexOf(term)
    const versions = (corrected[at] ?? []).map((version) => meant.with(index, version))
    const places = ['headings', 'texts'] as const
    const present = yield* lookUpEach<'headings' | 'texts'>(
      places.flatMap((place) => versions.map((version) => toPresence(version, total, subject, place))),
    )
    const found = present.findIndex((keys) => keys().length > 0)
    const anywhere = found < 0 ? undefined : versions[found % versions.length]
    meant = anywhere ?? (term.questions === 0 ? versions[0] : undefined) ?? meant
  }
  return meant
}

const toWordUnit = (word: string): Unit => ({ words: [word], quoted: false })

function listMarked(terms: readonly SearchTerm[], total: number): string[] {
  const rare = terms.filter(({ questions, stopWord }) => !stopWord && questions < total * commonShare)
  return [...new Set((rare.length > 0 ? rare : terms).flatMap(({ words }) => words))]
}

function listChanges(before: readonly SearchTerm[], after: readonly SearchTerm[]): Correction[] {
  const toText = (term: SearchTerm | undefined) => term?.unit.words.join(' ') ?? ''
  const changed = before.map((term, index) => ({ typed: toText(term), meant: toText(after[index]) }))
  return changed.filter(({ typed, meant }) => typed !== meant)
}
