import { longestQuery } from '@/lib/core/search-limits'
import { toWantedWords } from '@/lib/core/words'
import { isStopWord } from './stop-words'

/** More are not read; of these the most telling ones are searched for (long-query.ts). */
const mostUnits = 160

/**
 * A phrase that no text has costs a look into every text with its words: beyond these, a phrase's words are searched
 * singly.
 */
const mostPhrases = 2

/** What is searched for: one word, or the words of a phrase in their order. `quoted` ones are taken as they are typed. */
export type Unit = { words: [string, ...string[]]; quoted: boolean }

export type Query = {
  units: Unit[]
  /** What follows `subject:`. */
  subject: string | undefined
  /** Whether the last unit may be an unfinished word. */
  typing: boolean
}

/**
 * A query as it was typed, or copied from a book, with ligatures such as `ﬁ` and invisible hyphens in words. The only
 * syntax is `"…"` and `subject:…`.
 */
export function parseQuery(text: string): Query {
  const clean = text
    .slice(0, longestQuery)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[“”„«»]/g, '"')
  const { rest, subject } = splitSubject(clean)
  let phrases = 0
  const units = rest.split('"').flatMap((part, index, parts) => {
    const [first, ...others] = toWantedWords(part)
    if (first === undefined) return []
    // Every second part is in quotes; a quote that is never closed does not count.
    const unit: Unit = { words: [first, ...others], quoted: index % 2 === 1 && index < parts.length - 1 }
    if (unit.quoted && others.length > 0) phrases += 1
    return unit.quoted && phrases <= mostPhrases ? [unit] : toSingleWords(unit)
  })
  return { units: listDifferent(units), subject, typing: /[\p{L}\p{N}\p{M}]$/u.test(clean) }
}

/**
 * The query with phrases of stop words alone (`"to be or not to be"`) split into single words; undefined where there are
 * none. Nearly every text has these words, so in a large library searching for such a phrase is slow.
 */
export function splitStopWordPhrases(query: Query): Query | undefined {
  const isStopWordPhrase = ({ words }: Unit) => words.length > 1 && words.every(isStopWord)
  if (!query.units.some(isStopWordPhrase)) return undefined
  return {
    ...query,
    units: listDifferent(query.units.flatMap((unit) => (isStopWordPhrase(unit) ? toSingleWords(unit) : [unit]))),
  }
}

const toSingleWords = ({ words, quoted }: Unit) => words.map((word): Unit => ({ words: [word], quoted }))

const listDifferent = (units: readonly Unit[]) =>
  [...new Map(units.map((unit) => [unit.words.join(' '), unit])).values()].slice(0, mostUnits)

/** The name after `subject:` in a query, and the query without it. */
export function splitSubject(text: string): { rest: string; subject: string | undefined } {
  let subject: string | undefined
  const rest = text.replace(/(^|\s)subject:(?:"([^"]*)"|(\S+))/giu, (_, before, quoted, word) => {
    subject = String(quoted ?? word).trim() || undefined
    return before
  })
  return { rest: rest.trim(), subject }
}
