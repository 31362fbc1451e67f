import { prepareSearch } from '@/lib/store/read/search'
import { getRow, openStoreToRead } from '@/lib/store/schema/open'
import type { Report } from '../figures'
import { type JudgedQuery, readJudgedSet } from './judged-set'

/** How far down an answer counts as found. */
const depth = 10

/**
 * How well search finds the questions that people judged to be answers, by kind of query: the mean of 1/rank of the first
 * one among the first ten results. Queries whose answers the library lacks, or hides from search, are left out.
 */
export function measureJudged(dbFile: string, judgedFile: string, report: Report) {
  const store = openStoreToRead(dbFile)
  const { search } = prepareSearch(store)
  const byAddress = store.prepare('SELECT id FROM question WHERE subject = ? AND slug = ? AND no_index = 0')
  const toIds = ({ answers }: JudgedQuery) =>
    answers.flatMap((answer) => getRow<{ id: number }>(byAddress, ...answer.split('/'))?.id ?? [])

  const gains = new Map<string, number[]>()
  const judged = readJudgedSet(judgedFile)
  for (const item of judged) {
    const ids = new Set(toIds(item))
    if (ids.size === 0) continue
    const at = search(item.query)
      .found.slice(0, depth)
      .findIndex(({ id }) => ids.has(id))
    gains.set(item.kind, [...(gains.get(item.kind) ?? []), at < 0 ? 0 : 1 / (at + 1)])
  }
  for (const [kind, ofKind] of gains)
    report(`search, judged: ${kind}, MRR at ${depth}`, mean(ofKind), '', `${ofKind.length} queries`)
  const all = [...gains.values()].flat()
  const leftOut = judged.length - all.length
  const note =
    leftOut > 0 ? `${all.length} queries; ${leftOut} have no answer in this library` : `${all.length} queries`
  if (all.length > 0) report(`search, judged: all, MRR at ${depth}`, mean(all), '', note)
  else console.log(`No query of ${judgedFile} has an answer in this library.`)
  store.close()
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
