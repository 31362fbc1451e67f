import type { Lookup, Match } from '@/lib/search/lookups'
import type { SearchTerm } from '@/lib/search/terms'
import type { Ask } from './session'

/** Counting stops here, after half a millisecond: texts with two words that are both more frequent are found quickly. */
const maxCounted = 5_000

/** Roughly how many times more texts have the rarest word of a phrase than the phrase itself. */
const rarerTogether = 10

/** How many texts have each of some stems. */
export type TextCounts = ReadonlyMap<string, number>

/** Counts the texts with each stem that the first step of a search looks up, in one statement. */
export function prepareTextCounts(s: string) {
  const counting = {
    name: 'text-counts',
    text: `SELECT w.stem, (SELECT count(*) FROM (
        SELECT 1 FROM ${s}.text_posting p WHERE p.stem = w.stem LIMIT ${maxCounted}) k) AS texts
      FROM unnest($1::text[]) w(stem)`,
  }
  return async (ask: Ask, asked: readonly Lookup[]): Promise<TextCounts> => {
    const forms = asked.flatMap((one) => ('match' in one ? one.match.terms.flatMap((term) => term.forms) : []))
    const rows = await ask<{ stem: string; texts: number }>(counting, [...new Set(forms.flat())])
    return new Map(rows.map(({ stem, texts }) => [stem, texts]))
  }
}

/**
 * The same lookup with less to do: without forms that no text has and, if it looks up texts, with the word first that the
 * fewest texts have. Of 36,000 questions 27,338 have `energy` in their text and 733 a `4`, yet more have `4` in their
 * heading.
 */
export function narrowLookup<Asked extends Lookup>(asked: Asked, counts: TextCounts): Asked {
  if (!('match' in asked)) return asked
  const { terms, without, ...match }: Match = asked.match
  const isThere = (term: SearchTerm) => term.forms.filter((form) => form.every((stem) => counts.get(stem) !== 0))
  const narrowed = terms.map((term) => ({ ...term, forms: isThere(term) }))
  // If no form is left, the word matches nothing, with its original forms too.
  const found = narrowed.map((term, index) => (term.forms.length > 0 ? term : (terms[index] as SearchTerm)))
  const inTexts = ({ forms, questions }: SearchTerm) =>
    forms.reduce((sum, form) => {
      const rarest = Math.min(...form.map((stem) => counts.get(stem) ?? questions))
      return sum + (form.length > 1 ? rarest / rarerTogether : rarest)
    }, 0)
  if (asked.kind === 'texts' || asked.kind === 'countTexts') found.sort((a, b) => inTexts(a) - inTexts(b))
  const left = without?.map((term) => ({ ...term, forms: isThere(term) })).filter(({ forms }) => forms.length > 0)
  return { ...asked, match: { ...match, terms: found, ...(left && left.length > 0 && { without: left }) } }
}
