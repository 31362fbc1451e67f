import { toWords } from '@/lib/core/words'
import { prepareLists } from '@/lib/store/read/lists'
import { prepareSearch } from '@/lib/store/read/search'
import { getRow, openStoreToRead, type Store } from '@/lib/store/schema/open'
import type { Report } from './figures'
import { median, percentile } from './load'
import { type KnownItem, listKnownItems, queryKinds } from './search-queries'

/** The number of queries of each kind; fewer for plain FTS5, which is slow. */
const queries = 500
const plainQueries = 100

/** How far down a question counts as found. */
const depth = 10

/** Plain FTS5 ranks every question that has any of the words, so it is skipped for larger libraries. */
const maxQuestionsForPlain = 100_000

/** A search method: returns the ids of the best questions, best first. */
type Find = (text: string) => number[]

/** The milliseconds of each search; on a busy machine, processor time says more. */
type Times = { wall: number[]; processor: number[] }

/**
 * How well and how fast search finds questions of which a student remembers the title, parts of it, or some keywords: the
 * mean of 1/rank among the first ten, and the time of a search; plain FTS5 for comparison.
 */
export function measureSearch(dbFile: string, report: Report) {
  const store = openStoreToRead(dbFile)
  const { search } = prepareSearch(store)
  const find: Find = (text) => search(text).found.map(({ id }) => id)
  const plain = preparePlain(store)
  const { countQuestions } = prepareLists(store)
  const all: Times = { wall: [], processor: [] }
  for (const kind of Object.keys(queryKinds) as (keyof typeof queryKinds)[]) {
    const items = listKnownItems(store, kind, queries)
    const { rank, wall, processor } = rankAll(items, find)
    all.wall.push(...wall)
    all.processor.push(...processor)
    const other = countQuestions() > maxQuestionsForPlain ? undefined : rankAll(items.slice(0, plainQueries), plain)
    const note = other && `plain FTS5 ${other.rank.toFixed(3)}, p50 ${median(other.wall).toFixed(0)} ms`
    report(`search by ${kind}, MRR at ${depth}`, rank, '', note)
  }
  report('search, p50', median(all.wall), 'ms', `of processor time ${median(all.processor).toFixed(1)}`)
  report(
    'search, p99',
    percentile(all.wall, 0.99),
    'ms',
    `of processor time ${percentile(all.processor, 0.99).toFixed(1)}`,
  )
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

function rankAll(items: readonly KnownItem[], find: Find): { rank: number } & Times {
  let sum = 0
  const times: Times = { wall: [], processor: [] }
  for (const { text, id } of items) {
    const started = performance.now()
    const before = process.cpuUsage()
    const at = find(text).slice(0, depth).indexOf(id)
    const { user, system } = process.cpuUsage(before)
    times.wall.push(performance.now() - started)
    times.processor.push((user + system) / 1000)
    if (at >= 0) sum += 1 / (at + 1)
  }
  return { rank: sum / items.length, ...times }
}
