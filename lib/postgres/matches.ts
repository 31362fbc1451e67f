import type { HeadingRow, Match } from '@/lib/search/lookups'
import type { SearchTerm } from '@/lib/search/terms'
import { isStopStem, listNeighbours, toArray, toStopPair, toSubjectStem } from './stems'

/** The tables of headings and of whole texts: their postings, the key in these, and the table with their stems. */
const places = {
  headings: { postings: 'heading_posting', key: 'key', texts: 'heading' },
  texts: { postings: 'text_posting', key: 'id', texts: 'question_text' },
}
export type Place = keyof typeof places

/** What ranking needs of a matching heading; `isExcluded`: its answer has what the search excludes. */
export type ListedHeading = HeadingRow & { isExcluded: boolean }

/**
 * How many texts a search reads to check for a phrase, or for what is excluded. These texts have all neighbouring pairs of
 * the phrase, so nearly all of them have the phrase; but nearly all may also have what is excluded.
 */
const maxRead = 10_000

/** SQL that finds matches in the search index of a schema; `bind` turns a value into a numbered parameter. */
export function prepareMatches(s: string) {
  /** Conditions on a row `p` of a place, or of its titles. */
  function prepareConditions(place: Place, bind: (value: string) => string, inTitle: boolean) {
    const { postings, key, texts } = places[place]
    const hasStem = (stem: string) => `(SELECT true FROM ${s}.${postings} o
      WHERE o.stem = ${bind(stem)} AND o.${key} = p.${key} ${inTitle && stem[0] !== ':' ? 'AND o.columns & 1 <> 0' : ''} LIMIT 1)`
    const stored = inTitle ? 'split_part(t.stems, chr(10), 1)' : 't.stems'
    const hasStems = (form: readonly string[]) => listKeys(form).map(hasStem).join(' AND ')
    const hasPhrase = (form: readonly string[]) =>
      `(SELECT strpos(${stored}, ${bind(` ${form.join(' ')} `)}) > 0 FROM ${s}.${texts} t WHERE t.${key} = p.${key})`
    /** Whether a row has one of the forms: all its stems, and in this order if they are a phrase. */
    const hasAny = (forms: readonly string[][]) =>
      `(${forms.map((form) => (isPhrase(form) ? `${hasStems(form)} AND ${hasPhrase(form)}` : hasStems(form))).join(' OR ')})`
    const hasAnyStems = (forms: readonly string[][]) => `(${forms.map(hasStems).join(' OR ')})`
    return { hasStem, hasPhrase, hasAny, hasAnyStems }
  }

  /** Whether a row of a place has one of the terms: true or false. */
  const hasOneOf = (place: Place, bind: (value: string) => string, terms: readonly SearchTerm[]) =>
    `coalesce(${prepareConditions(place, bind, false).hasAny(listForms(terms))}, false)`

  /**
   * Selects the first keys in a place that match: the postings of the rarest term, or the rows that may have its phrase, and
   * of those the ones that have the other terms too. The order of words is checked last, and only until there are enough.
   */
  function toKeys(place: Place, match: Match, limit: number, bind: (value: string) => string): string {
    const { terms, subject, inTitle = false, without = [] } = match
    const { postings, key, texts } = places[place]
    const { hasStem, hasPhrase, hasAny, hasAnyStems } = prepareConditions(place, bind, inTitle)
    const [first, ...others] = terms.map((term) => listForms([term]))
    /** The rows that may have a form: those of its rarest stem, or those that have its neighbours. */
    const toSource = (form: readonly string[], more: string[]) => {
      const neighbours = listNeighbours(form)
      const [rarest = '', ...rest] = listKeys(form)
      const [from, own] =
        neighbours.length > 0
          ? // OFFSET 0 keeps this a subquery: otherwise the texts would be scanned in the order of keys.
            [`(SELECT ${key} FROM ${s}.${texts} WHERE neighbours @> ${bind(toArray(neighbours))}::int[] OFFSET 0)`, []]
          : [
              `${s}.${postings}`,
              [`p.stem = ${bind(rarest)}`, ...(inTitle ? ['p.columns & 1 <> 0'] : []), ...rest.map(hasStem)],
            ]
      const where = [...own, ...more]
      return `${from} p ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}`
    }
    const selects = (first ?? []).map((form) => {
      const stems = [...others.map(hasAnyStems), ...(subject === undefined ? [] : [hasStem(toSubjectStem(subject))])]
      const from = toSource(form, stems)
      const inOrder = [
        ...(isPhrase(form) ? [hasPhrase(form)] : []),
        ...others.filter((forms) => forms.some(isPhrase)).map(hasAny),
        ...(without.length > 0 ? [`NOT ${hasOneOf(place, bind, without)}`] : []),
      ]
      const having = (most: number) => `(SELECT p.${key} FROM ${from} ORDER BY p.${key} LIMIT ${most})`
      if (inOrder.length === 0) return having(limit)
      return `(SELECT p.${key} FROM ${having(maxRead)} p WHERE ${inOrder.join(' AND ')} ORDER BY p.${key} LIMIT ${limit})`
    })
    return selects.length > 1 ? `${selects.join(' UNION ')} ORDER BY 1 LIMIT ${limit}` : (selects[0] ?? '')
  }

  return { hasOneOf, toKeys }
}

/** The forms of terms, each once: different words may have one stem. */
const listForms = (terms: readonly SearchTerm[]) => [
  ...new Map(terms.flatMap(({ forms }) => forms).map((form) => [form.join(' '), form])).values(),
]

/** Whether the order of its words must be checked in a text: a pair of stop words has postings of its own. */
const isPhrase = ([first = '', ...more]: readonly string[]) =>
  more.length > 1 || (more.length === 1 && toStopPair(first, more[0]) === undefined)

/**
 * The postings that a word or phrase must be in, the one that is likely the shortest first: stems of content words, long
 * ones before short ones, and pairs of stop words instead of single ones.
 */
function listKeys(stems: readonly string[]): string[] {
  const pairs = stems.flatMap((stem, index) => toStopPair(stem, stems[index + 1]) ?? [])
  const paired = new Set(pairs.flatMap((pair) => pair.split(' ')))
  const single = stems.filter((stem) => !paired.has(stem)).sort((a, b) => b.length - a.length)
  const content = single.filter((stem) => !isStopStem(stem))
  return [...new Set([...content, ...pairs, ...single])]
}
