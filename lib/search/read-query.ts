import { lookUpAbbreviations } from './abbreviations'
import { type Corrections, lookUpCorrections } from './corrections'
import { splitNumber } from './forms/compounds'
import { keepSignificant } from './long-query'
import { type LookupSteps, lookUp, lookUpTogether, type Overview } from './lookups'
import { type Query, splitNumbers, splitStopWordPhrases } from './query'
import { weighSubjectWords } from './subject-words'
import { lookUpAllWords, lookUpTerms, type SearchTerm, type Size, type Terms, toExactTerm } from './terms'

/** How many corrections of a word are tried. */
const correctionsTried = 5

/**
 * In a larger library, phrases of stop words only are not searched for as phrases. One that no text had took 30 ms among
 * 36,000 questions, and the time grows with their number.
 */
const maxForStopWordPhrases = 50_000

/** A query with what the library knows about its words. */
export type ReadQuery = Size & {
  terms: readonly SearchTerm[]
  /** The terms, with the last one as a finished word. */
  finished: readonly SearchTerm[]
  without: readonly SearchTerm[]
  /** A formula, as a phrase. */
  formula: SearchTerm | undefined
  correctionsOf: (term: SearchTerm) => Corrections
}

const noCorrections: Corrections = { listed: [], near: [], isRight: false }

function* lookUpVersion(query: Query | undefined): LookupSteps<Terms | undefined> {
  return query && (yield* lookUpTerms(query))
}

/** Whether the library has a word on its own that occurs nowhere joined with its number as typed. */
function isKnownApart(typed: readonly SearchTerm[], apart: readonly SearchTerm[]): boolean {
  const known = new Set(apart.filter(({ questions }) => questions > 0).map(({ unit }) => unit.words[0]))
  return typed.some(
    ({ unit, questions }) =>
      !unit.quoted &&
      questions === 0 &&
      splitNumber(unit.words[0])?.some((part) => /^\p{L}/u.test(part) && known.has(part)),
  )
}

/** Reads a query together with an overview of the library: in one step of lookups, or two if it is long. */
export function* readQuery(
  text: string,
  query: Query,
  subject: string | undefined,
): LookupSteps<ReadQuery & { overview: Overview }> {
  const typed = yield* keepSignificant(text, query)
  const split = splitStopWordPhrases(typed)
  const apart = splitNumbers(split ?? typed)
  const misspelt = typed.units.filter(({ quoted }) => !quoted).map(({ words: [word] }) => word)
  const [[overview], allWords, spellOut, corrections, typedTerms, splitTerms, apartTerms] = yield* lookUpTogether([
    lookUp({ kind: 'overview', subject }),
    lookUpAllWords(),
    lookUpAbbreviations(typed.units),
    lookUpTogether(misspelt.map((word) => lookUpCorrections(word, correctionsTried))),
    lookUpTerms(typed),
    lookUpVersion(split),
    lookUpVersion(apart),
  ])
  const known = overview()
  const { total } = known
  const size = { total, all: allWords() }
  const toJoined = splitTerms && total > maxForStopWordPhrases ? splitTerms : typedTerms
  // Texts may have in two words what nothing has as typed, and no title has in two words.
  const toTerms = apartTerms && isKnownApart(toJoined(size, false), apartTerms(size, false)) ? apartTerms : toJoined
  const weigh = (terms: SearchTerm[]) => spellOut(weighSubjectWords(terms, known.subjects))
  const finished = weigh(toTerms(size, false))
  return {
    overview: known,
    ...size,
    terms: typed.typing ? finished.toSpliced(-1, 1, ...weigh(toTerms(size, true)).slice(-1)) : finished,
    finished,
    without: typed.without.map(toExactTerm),
    formula: typed.formula && toExactTerm(typed.formula),
    correctionsOf: ({ unit }) => corrections[misspelt.indexOf(unit.words[0])]?.() ?? noCorrections,
  }
}
