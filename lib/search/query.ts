import { longestQuery } from './limits'
import { toWantedWords } from './words'

const mostUnits = 16

/** What is searched for: one word, or the words of a phrase in their order. `quoted` ones are taken as they are typed. */
export type Unit = { words: [string, ...string[]]; quoted: boolean }

export type Query = {
  units: Unit[]
  /** What stands after `subject:`. */
  subject: string | undefined
  /** Whether the last unit is a word that may not be finished. */
  typing: boolean
}

/**
 * A query as somebody typed it, or copied it from a book: `ﬁ` is two letters there, and a word may have hyphens that do not
 * show. No syntax but `"…"` and `subject:…` means anything.
 */
export function parseQuery(text: string): Query {
  const clean = text
    .slice(0, longestQuery)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[“”„«»]/g, '"')
  const { rest, subject } = splitSubject(clean)
  const units = rest.split('"').flatMap((part, index) => {
    const words = toWantedWords(part)
    // Every second part stands in quotes; a quote that is never closed is none.
    const quoted = index % 2 === 1 && index < rest.split('"').length - 1
    if (quoted) return isUnit(words) ? [{ words, quoted }] : []
    return words.map((word): Unit => ({ words: [word], quoted }))
  })
  const different = [...new Map(units.map((unit) => [unit.words.join(' '), unit])).values()].slice(0, mostUnits)
  return { units: different, subject, typing: /[\p{L}\p{N}]$/u.test(clean) }
}

/** The name after `subject:` in a query, and the query without it. */
export function splitSubject(text: string): { rest: string; subject: string | undefined } {
  let subject: string | undefined
  const rest = text.replace(/(^|\s)subject:(?:"([^"]*)"|(\S+))/giu, (_, before, quoted, word) => {
    subject = String(quoted ?? word).trim() || undefined
    return before
  })
  return { rest: rest.trim(), subject }
}

const isUnit = (words: string[]): words is Unit['words'] => words.length > 0
