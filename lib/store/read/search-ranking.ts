import { mostFound } from '@/lib/core/search-limits'
import { prepareScore } from '@/lib/search/score'
import { toQuestionId } from '../schema/heading-key'
import { getRow, type Store } from '../schema/open'
import { prepareCandidates } from './search-candidates'
import type { SearchTerm } from './search-terms'

/** A question that matches less than this share of what the best one matches, by weight, is no answer. */
const leastShare = 0.3

/** How much a term counts that is only in the answer. */
const inAnswer = 0.4

/** A question that was found; `subject` is the text of its subject in the index. */
export type Found = { id: number; subject: string; score: number }

/** `complete`: how many match all terms; `capped`: whether the library has more candidates than were ranked. */
export type Ranking = { found: Found[]; complete: number; capped: boolean }

/** Ranks the questions that may answer a query, the best first, at most `mostFound`. */
export function prepareRanking(store: Store) {
  const { listCandidates, hasMatch } = prepareCandidates(store)
  const headings = store.prepare(`SELECT group_concat(
      rowid || char(31) || title || char(31) || keywords || char(31) || subject, char(30)) AS rows
    FROM question_heading WHERE rowid IN (SELECT value FROM json_each(?))`)

  return {
    hasMatch,

    rank(terms: readonly SearchTerm[], total: number, subject: string | undefined): Ranking {
      const searched = terms.filter(({ questions }) => questions > 0)
      const candidates = listCandidates(searched, total, subject)
      const rows = getRow<{ rows: string | null }>(headings, JSON.stringify([...candidates.keys()]))?.rows
      const weights = searched.reduce((sum, { weight }) => sum + weight, 0) || 1
      const scoreHeading = prepareScore(searched)
      let complete = 0
      const ranked: (Found & { has: number })[] = []
      for (const row of rows?.split('\x1e') ?? []) {
        const [key = '', title = '', keywords = '', subjectText = ''] = row.split('\x1f')
        const { score, found } = scoreHeading({ title, keywords, subject: subjectText })
        const known = candidates.get(Number(key))
        const below = searched.filter((term, index) => !found[index] && known?.has(term))
        const missing = searched.filter((term, index) => !found[index] && !known?.has(term))
        const more = (inAnswer * sumWeights(below)) / weights
        if (missing.length === 0) complete += 1
        const has = weights - sumWeights(missing)
        ranked.push({ id: toQuestionId(Number(key)), subject: subjectText, score: score + more, has })
      }
      const least = leastShare * ranked.reduce((most, { has }) => Math.max(most, has), 0)
      ranked.sort((a, b) => b.score - a.score || a.id - b.id)
      const answers = ranked.filter(({ has }) => has > 0 && has >= least)
      return { found: answers.slice(0, mostFound), complete, capped: candidates.size >= mostFound }
    },
  }
}

const sumWeights = (terms: readonly SearchTerm[]) => terms.reduce((sum, { weight }) => sum + weight, 0)
