import { mostFound } from '@/lib/core/search-limits'
import { toSubjectToken } from '@/lib/search/subject-token'
import { toHeadingKey } from '../schema/heading-key'
import { getRow, type Store } from '../schema/open'
import type { SearchTerm } from './search-terms'

/** The most rows that one index query returns, so that no search costs more because the library is larger. */
const mostMatches = mostFound
const mostPartial = 100

/** With this many questions that have all words, those that lack one are not looked for. */
const enough = 30

/** A word that more than this share of all questions have is not selective. */
export const commonShare = 0.2

/** How many of the rarest words select candidates; the others only count in the ranking. */
const mostSelective = 6

/** How many times more often than by chance related words occur together. */
const together = 30

/** Questions that may answer a query, by their heading keys; each with the terms that its text has for certain. */
export type Candidates = Map<number, Set<SearchTerm>>

/**
 * Finds candidates by the rarest words of a query: those with all of them first, then, where these are few, those that
 * lack one, and those with two or one of the rarest.
 */
export function prepareCandidates(store: Store) {
  const sql = {
    // All rows concatenated: one row for each would be ten times slower.
    headings: store.prepare(
      'SELECT group_concat(rowid) AS keys FROM (SELECT rowid FROM question_heading WHERE question_heading MATCH ? LIMIT ?)',
    ),
    texts: store.prepare(`SELECT group_concat(q.id || ' ' || q.title, char(10)) AS rows
      FROM (SELECT rowid AS id FROM question_text WHERE question_text MATCH ? LIMIT ?) t JOIN question q ON q.id = t.id`),
  }

  const listHeadings = (match: string, limit: number): number[] =>
    getRow<{ keys: string | null }>(sql.headings, match, limit)?.keys?.split(',').map(Number) ?? []

  function listTexts(match: string, limit: number): number[] {
    const rows = getRow<{ rows: string | null }>(sql.texts, match, limit)?.rows?.split('\n') ?? []
    return rows.map((row) => toHeadingKey(Number.parseInt(row, 10), row.slice(row.indexOf(' ') + 1)))
  }

  /** Headings that match the rarest terms, using as many terms as it takes to keep the matches few. */
  function listByHeading(terms: readonly SearchTerm[], filter: string, total: number, limit: number): number[] {
    let used = 1
    let expected = terms[0]?.questions ?? 0
    for (; used < terms.length && expected > limit / 2; used += 1) {
      expected *= Math.min(1, (together * (terms[used]?.questions ?? 0)) / total)
    }
    const keys = listHeadings(toMatch(terms.slice(0, used), filter), limit)
    if (keys.length < limit) return keys
    const all = used < terms.length ? listHeadings(toMatch(terms, filter), limit) : keys
    return all.length < limit ? all : [...all, ...listHeadings(`title : (${toMatch(terms, '')})${filter}`, limit)]
  }

  return {
    listCandidates(terms: readonly SearchTerm[], total: number, subject: string | undefined): Candidates {
      const selective = toSelective(terms, total)
      const candidates: Candidates = new Map()
      if (selective.length === 0) return candidates
      const filter = subject === undefined ? '' : ` AND subject : "${toSubjectToken(subject)}"`
      const add = (keys: readonly number[], known: readonly SearchTerm[] = []) => {
        for (const key of keys) candidates.set(key, new Set([...(candidates.get(key) ?? []), ...known]))
      }
      const named = listByHeading(selective, filter, total, mostMatches)
      // Stop words alone: questions with them only in the answer would rank last.
      const complete =
        selective[0]?.stopWord && named.length >= mostMatches ? [] : listTexts(toMatch(selective, filter), mostMatches)
      add(complete, selective)
      add(named)
      if (selective.length === 1 || complete.length >= enough) return candidates
      const lacking = selective.map((left) => selective.filter((term) => term !== left))
      for (const others of lacking) add(listByHeading(others, filter, total, mostPartial))
      for (const others of lacking) {
        if (candidates.size < enough) add(listTexts(toMatch(others, filter), mostPartial), others)
      }
      for (const some of [...listPairs(selective.slice(0, 4)), ...selective.slice(0, 3).map((term) => [term])]) {
        if (candidates.size < enough) add(listByHeading(some, filter, total, mostPartial))
      }
      return candidates
    },

    /** Whether a question has all of the terms: in its heading, or anywhere. */
    hasMatch(
      terms: readonly SearchTerm[],
      total: number,
      subject: string | undefined,
      where: 'heading' | 'text',
    ): boolean {
      const filter = subject === undefined ? '' : ` AND subject : "${toSubjectToken(subject)}"`
      const list = where === 'heading' ? listHeadings : listTexts
      return list(toMatch(toSelective(terms, total), filter), 1).length > 0
    },
  }
}

const listPairs = (terms: readonly SearchTerm[]) =>
  terms.flatMap((first, index) => terms.slice(index + 1).map((second) => [first, second]))

/** The rarest term first: FTS5 steps through its rows, and skips to those in the lists of the others. */
const toMatch = (terms: readonly SearchTerm[], filter: string) =>
  `${[...terms]
    .sort((a, b) => a.questions - b.questions)
    .map(({ match }) => match)
    .join(' AND ')}${filter}`

/** The terms that select candidates: the rarest, first those that headings have. */
function toSelective(terms: readonly SearchTerm[], total: number): SearchTerm[] {
  const known = terms.filter(({ questions }) => questions > 0)
  known.sort((a, b) => Number(a.belowHeadings) - Number(b.belowHeadings) || a.questions - b.questions)
  const rare = known.filter(({ questions, stopWord }) => !stopWord && questions < commonShare * total)
  return (rare.length > 0 ? rare : known.slice(0, 1)).slice(0, mostSelective)
}
