import { spellCharacters } from '@/lib/core/formula-words'
import { longestQuery } from '@/lib/core/search-limits'
import { splitWords, toQueryWords } from '@/lib/core/words'
import { spellContractions } from './contractions'
import { splitNumber } from './forms/compounds'
import { endsInFormula, findFormula } from './formula'
import { isStopWord } from './stop-words'

/** At most this many are read; the most significant of them are searched for (long-query.ts). */
const maxUnits = 160

/**
 * Searching for a phrase that no text has means reading every text with its words: beyond this number, the words of
 * phrases are searched for one by one.
 */
const maxPhrases = 2

const maxExcluded = 4
const excluded = /(?<![^\s])-(?:"([^"]+)"|(\p{L}[^\s"=^_\\(){}±√<>]+)(?=\s|$))/gu
const sign = /[=^_*/<>±≈≤≥→×·(+−]/

/** One word, or the words of a phrase in order. `quoted` ones are searched for exactly as typed. */
export type Unit = { words: [string, ...string[]]; quoted: boolean }

export type Query = {
  units: Unit[]
  /** Excluded words and phrases: those after a minus. */
  without: Unit[]
  /** The words of a formula, as the index has them. */
  formula: Unit | undefined
  /** The text after `subject:`. */
  subject: string | undefined
  /** Whether the last unit may be an unfinished word. */
  typing: boolean
}

/**
 * Parses a query as typed, or as copied from a book, with ligatures such as `ﬁ` and soft hyphens in words. The only
 * syntax is `"…"`, `-…` and `subject:…`.
 */
export function parseQuery(text: string): Query {
  const clean = spellCharacters(text.slice(0, longestQuery))
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[“”„«»]/g, '"')
  const { rest, subject } = splitSubject(clean)
  const { wanted, without } = splitExcluded(rest)
  const units = toUnits(wanted)
  const typing = /[\p{L}\p{N}\p{M}]$/u.test(clean) && !endsInFormula(rest)
  // If all words are excluded, nothing is left to search for: then search for them.
  if (units.length === 0 && without.length > 0)
    return { units: toUnits(rest), without: [], formula: undefined, subject, typing }
  const formula = findFormula(wanted)
  return {
    units,
    without,
    formula: formula && { words: formula, quoted: true },
    subject,
    typing: typing && (without.length === 0 || wanted.trimEnd() === wanted),
  }
}

function toUnits(text: string): Unit[] {
  let phrases = 0
  const units = text.split('"').flatMap((part, index, parts) => {
    // Every second part is in quotes; an unclosed quote does not count.
    const quoted = index % 2 === 1 && index < parts.length - 1
    const [first, ...others] = toQueryWords(quoted ? part : spellContractions(part))
    if (first === undefined) return []
    const unit: Unit = { words: [first, ...others], quoted }
    if (unit.quoted && others.length > 0) phrases += 1
    return unit.quoted && phrases <= maxPhrases ? [unit] : toSingleWords(unit)
  })
  if (units.length > 0) return listDifferent(units)
  // The text may be a single TeX command that says nothing by itself.
  return listDifferent(splitWords(text).map((word): Unit => ({ words: [word], quoted: false })))
}

/**
 * The query with phrases of stop words only (`"to be or not to be"`) split into single words; undefined if there are none.
 * Nearly every text has these words, so in a large library searching for such a phrase is slow.
 */
export function splitStopWordPhrases(query: Query): Query | undefined {
  const isStopWordPhrase = ({ words }: Unit) => words.length > 1 && words.every(isStopWord)
  if (!query.units.some(isStopWordPhrase)) return undefined
  return {
    ...query,
    units: listDifferent(query.units.flatMap((unit) => (isStopWordPhrase(unit) ? toSingleWords(unit) : [unit]))),
  }
}

/** The query with words split from numbers (`covid19`); undefined if there are none to split. */
export function splitNumbers(query: Query): Query | undefined {
  const units = query.units.flatMap((unit) => (unit.quoted ? unit : toParts(unit)))
  return units.length > query.units.length ? { ...query, units: listDifferent(units) } : undefined
}

const toParts = ({ words }: Unit): Unit[] =>
  words.flatMap((word) => splitNumber(word) ?? word).map((word): Unit => ({ words: [word], quoted: false }))

/**
 * The words and phrases after a minus, and the query without them. A minus in a word is a hyphen; one before a number or a
 * single letter, or beside another sign, belongs to a formula.
 */
function splitExcluded(text: string): { wanted: string; without: Unit[] } {
  const without: Unit[] = []
  const wanted = text.replace(excluded, (found, phrase: string | undefined, word: string | undefined, at: number) => {
    const before = text.slice(0, at)
    const isInQuotes = before.split('"').length % 2 === 0
    const isInFormula =
      sign.test(before.trimEnd().slice(-1)) || sign.test(text.slice(at + found.length).trimStart()[0] ?? '')
    const [first, ...others] = toQueryWords(phrase ?? word ?? '')
    if (isInQuotes || isInFormula || first === undefined) return found
    if (without.length < maxExcluded) without.push({ words: [first, ...others], quoted: true })
    return ' '
  })
  return { wanted, without }
}

const toSingleWords = ({ words, quoted }: Unit) => words.map((word): Unit => ({ words: [word], quoted }))

const listDifferent = (units: readonly Unit[]) =>
  [...new Map(units.map((unit) => [unit.words.join(' '), unit])).values()].slice(0, maxUnits)

/** The name after `subject:` in a query, and the query without it. */
export function splitSubject(text: string): { rest: string; subject: string | undefined } {
  let subject: string | undefined
  const rest = text.replace(/(^|\s)subject:(?:"([^"]*)"|(\S+))/giu, (_, before, quoted, word) => {
    subject = String(quoted ?? word).trim() || undefined
    return before
  })
  return { rest: rest.trim(), subject }
}
