import { getRow, openStoreToRead, type Store } from '@/lib/content/store/open'
import { prepareSearch } from '@/lib/content/store/search'
import { toWords } from '@/lib/search/words'
import type { Report } from './figures'
import { median, percentile } from './load'
import { type KnownItem, listKnownItems, queryKinds } from './search-queries'

/** Queries of each kind; plain FTS5, which is slow, is asked fewer. */
const queries = 500
const plainQueries = 100

/** How far down a question counts as found. */
const depth = 10

/** A way to search: gives the ids of the best questions, the best first. */
type Find = (text: string) => number[]

/**
 * How well and how quickly questions are found of which a student remembers the title, parts of it, or some keywords:
 * the mean of 1/rank among the first ten, and the time of a search; plain FTS5 beside it.
 */
export function measureSearch(dbFile: string, report: Report) {
  const store = openStoreToRead(dbFile)
  const { search } = prepareSearch(store)
  const find: Find = (text) => search(text).found.map(({ id }) => id)
  const plain = preparePlain(store)
  const all: number[] = []
  for (const kind of Object.keys(queryKinds) as (keyof typeof queryKinds)[]) {
    const items = listKnownItems(store, kind, queries)
    const { rank, times } = rankAll(items, find)
    all.push(...times)
    const other = rankAll(items.slice(0, plainQueries), plain)
    const note = `p99 ${percentile(times, 0.99).toFixed(1)} ms; plain FTS5 ${other.rank.toFixed(3)}, p50 ${median(other.times).toFixed(0)} ms`
    report(`search by ${kind}, MRR at ${depth}`, rank, '', note)
  }
  report('search, p50', median(all), 'ms')
  report('search, p99', percentile(all, 0.99), 'ms')
  store.close()
}

/** All words joined by OR, ranked by FTS5 itself. */
function preparePlain(store: Store): Find {
  const best = store.prepare(
    `SELECT group_concat(id) AS ids FROM (
      SELECT rowid AS id FROM question_text WHERE question_text MATCH ? ORDER BY rank LIMIT ${depth})`,
  )
  return (text) => {
    const match = toWords(text).map((word) => `"${word}"`)
    return getRow<{ ids: string | null }>(best, match.join(' OR '))?.ids?.split(',').map(Number) ?? []
  }
}

function rankAll(items: readonly KnownItem[], find: Find): { rank: number; times: number[] } {
  let sum = 0
  const times = items.map(({ text, id }) => {
    const started = performance.now()
    const at = find(text).slice(0, depth).indexOf(id)
    if (at >= 0) sum += 1 / (at + 1)
    return performance.now() - started
  })
  return { rank: sum / items.length, times }
}
