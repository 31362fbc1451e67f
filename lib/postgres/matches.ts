import type { HeadingRow, Match } from '@/lib/search/lookups'
import type { SearchTerm } from '@/lib/search/terms'
import { isStopStem, toStopPair, toSubjectStem } from './stems'

/** The tables of headings and of whole texts: their postings, the key in these, and the table with their stems. */
const places = {
  headings: { postings: 'heading_posting', key: 'key', texts: 'heading' },
  texts: { postings: 'text_posting', key: 'id', texts: 'question_text' },
}
export type Place = keyof typeof places

/** What ranking asks of a heading that matches; `isExcluded`: its answer has what a search leaves out. */
export type ListedHeading = HeadingRow & { isExcluded: boolean }

/** Statements of SQL that tell what matches in the search index of a schema; `bind` gives a value its number. */
export function prepareMatches(s: string) {
  /** Conditions on a row `p` of a place, or of its titles. */
  function prepareConditions(place: Place, bind: (value: string) => string, inTitle: boolean) {
    const { postings, key, texts } = places[place]
    const hasStem = (stem: string) => `(SELECT true FROM ${s}.${postings} o
      WHERE o.stem = ${bind(stem)} AND o.${key} = p.${key} ${inTitle && stem[0] !== ':' ? 'AND o.columns & 1 <> 0' : ''} LIMIT 1)`
    const stored = inTitle ? 'split_part(t.stems, chr(10), 1)' : 't.stems'
    /** What has the stems: in this order, where they are a phrase. */
    const hasForm = (stems: readonly string[], known = 0) => {
      const phrase = () =>
        `(SELECT strpos(${stored}, ${bind(` ${stems.join(' ')} `)}) > 0 FROM ${s}.${texts} t WHERE t.${key} = p.${key})`
      return [...listKeys(stems).slice(known).map(hasStem), ...(stems.length > 1 ? [phrase()] : [])]
    }
    const hasAny = (forms: readonly string[][]) => `(${forms.map((form) => hasForm(form).join(' AND ')).join(' OR ')})`
    return { hasStem, hasForm, hasAny }
  }

  /** Whether a row of a place has one of the terms: true or false. */
  const hasOneOf = (place: Place, bind: (value: string) => string, terms: readonly SearchTerm[]) =>
    `coalesce(${prepareConditions(place, bind, false).hasAny(dropSame(terms.flatMap(({ forms }) => forms)))}, false)`

  /** The first keys in a place that match: the postings of the rarest term, and of those what the others have too. */
  function toKeys(place: Place, match: Match, limit: number, bind: (value: string) => string): string {
    const { terms, subject, inTitle = false, without = [] } = match
    const { postings, key } = places[place]
    const { hasStem, hasForm, hasAny } = prepareConditions(place, bind, inTitle)
    const [first, ...others] = terms
    const selects = dropSame(first?.forms ?? []).map((form) => {
      const [rarest = ''] = listKeys(form)
      const conditions = [
        `p.stem = ${bind(rarest)}`,
        ...(inTitle ? ['p.columns & 1 <> 0'] : []),
        ...hasForm(form, 1),
        ...others.map((term) => hasAny(dropSame(term.forms))),
        ...(subject === undefined ? [] : [hasStem(toSubjectStem(subject))]),
        ...(without.length > 0 ? [`NOT ${hasOneOf(place, bind, without)}`] : []),
      ]
      return `(SELECT p.${key} FROM ${s}.${postings} p WHERE ${conditions.join(' AND ')} ORDER BY p.${key} LIMIT ${limit})`
    })
    return selects.length > 1 ? `${selects.join(' UNION ')} ORDER BY 1 LIMIT ${limit}` : (selects[0] ?? '')
  }

  return { hasOneOf, toKeys }
}

/** Different words may have one stem. */
const dropSame = (forms: readonly string[][]) => [...new Map(forms.map((form) => [form.join(' '), form])).values()]

/**
 * The postings that a word or phrase must be in, the one that is likely the shortest first: stems of words that say
 * something, long ones before short ones, and pairs of stop words instead of these.
 */
function listKeys(stems: readonly string[]): string[] {
  const pairs = stems.flatMap((stem, index) => toStopPair(stem, stems[index + 1]) ?? [])
  const paired = new Set(pairs.flatMap((pair) => pair.split(' ')))
  const single = stems.filter((stem) => !paired.has(stem)).sort((a, b) => b.length - a.length)
  const telling = single.filter((stem) => !isStopStem(stem))
  return [...new Set([...telling, ...pairs, ...single])]
}
