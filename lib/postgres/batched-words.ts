import type { Known, Lookup, LookupOf, Match } from '@/lib/search/lookups'
import { toOnlyStem } from './only-stem'
import type { Ask } from './session'

const places = { countHeadings: 'heading_posting', countTexts: 'text_posting' }

/**
 * Batches what a step of a search looks up for each word of a query into one statement of each kind: what is known about
 * the word, and how many headings and texts have its stem. A query of eight words took 24 statements for that. Returns
 * answers only to those lookups that could be batched.
 */
export function prepareBatchedWords(s: string, words: { name: string; text: string }) {
  const counting = (kind: keyof typeof places) => ({
    name: kind,
    text: `SELECT w.stem, (SELECT count(*) FROM (
        SELECT 1 FROM ${s}.${places[kind]} p WHERE p.stem = w.stem LIMIT $2) k) AS questions
      FROM unnest($1::text[]) w(stem)`,
  })
  const sql = { countHeadings: counting('countHeadings'), countTexts: counting('countTexts') }

  async function count(ask: Ask, kind: keyof typeof places, stems: string[], limit: number) {
    const rows = await ask<{ stem: string; questions: number }>(sql[kind], [...new Set(stems)], limit)
    return new Map(rows.map(({ stem, questions }) => [stem, questions]))
  }

  return (ask: Ask, asked: readonly Lookup[]): Map<Lookup, Promise<unknown>> => {
    const answers = new Map<Lookup, Promise<unknown>>()
    const known = asked.filter((one): one is LookupOf<'word'> => one.kind === 'word')
    if (known.length > 0) {
      const rows = ask<Known>(words, [...new Set(known.map(({ word }) => word))])
      const byWord = rows.then((all) => new Map(all.map((row) => [row.word, row])))
      for (const one of known)
        answers.set(
          one,
          byWord.then((all) => all.get(one.word)),
        )
    }
    for (const kind of Object.keys(places) as (keyof typeof places)[]) {
      const counted = asked.flatMap((one) => {
        const stem = one.kind === kind ? toCounted(one.match) : undefined
        return stem === undefined ? [] : { one: one as LookupOf<typeof kind>, stem }
      })
      for (const limit of new Set(counted.map(({ one }) => one.limit))) {
        const same = counted.filter(({ one }) => one.limit === limit)
        const byStem = count(
          ask,
          kind,
          same.map(({ stem }) => stem),
          limit,
        )
        for (const { one, stem } of same)
          answers.set(
            one,
            byStem.then((all) => all.get(stem) ?? 0),
          )
      }
    }
    return answers
  }
}

/** The stem of a match that is a single word, anywhere; undefined for other matches. */
const toCounted = ({ terms: [term, ...others], subject, inTitle, without = [] }: Match) =>
  term && others.length === 0 && subject === undefined && !inTitle && without.length === 0
    ? toOnlyStem(term)
    : undefined
