import { findPage } from '@/lib/search/found-page'
import { searchNear } from '@/lib/search/lookups'
import { prepareSearch } from '@/lib/store/read/search'
import { openStoreToRead, type Store } from '@/lib/store/schema/open'
import type { Report } from './figures'
import { median } from './load'

/** How many titles are typed, and how many of the top results count as seen. */
const titles = 60
const seen = 5

/** The search field searches from this many characters on. */
const fromCharacter = 2

type Title = { id: number; title: string; sense: number }

/** A typed title: after how many characters it was first seen, and how often it dropped out again. */
export type Typed = { characters: number; lost: number }

/**
 * Types titles character by character, as in the search field, and measures after how many characters their question is among
 * the top results, and how often it drops out again.
 */
export function measureTyping(dbFile: string, report: Report) {
  const store = openStoreToRead(dbFile)
  const typed = typeTitles(store, titles)
  const lost = typed.reduce((sum, title) => sum + title.lost, 0)
  report(`typing a title, characters until among ${seen}, p50`, median(typed.map(({ characters }) => characters)), '')
  report(`typing ${typed.length} titles, dropped out of the ${seen} again`, lost, 'times')
  store.close()
}

/** Types `count` titles, spread over the whole library. A rewording that is shown instead of a question counts as it. */
export function typeTitles(store: Store, count: number): (Typed & { title: string })[] {
  const { searchIndex } = prepareSearch(store)
  const senseOf = store.prepare('SELECT sense FROM question WHERE id = ?')
  const listSenses = (text: string) =>
    searchNear(findPage({ text, subject: undefined, page: 1, pageSize: seen }), searchIndex()).ids.map(
      (id) => (senseOf.get(id) as Title).sense,
    )
  return listTitles(store, count).map(({ title, sense }) => {
    const isSeen = Array.from({ length: title.length + 1 - fromCharacter }, (_, index) =>
      listSenses(title.slice(0, fromCharacter + index)).includes(sense),
    )
    const first = isSeen.indexOf(true)
    const lost = isSeen.filter((now, index) => !now && isSeen[index - 1]).length
    return { title, characters: first < 0 ? title.length + 1 : first + fromCharacter, lost }
  })
}

function listTitles(store: Store, count: number): Title[] {
  const all = 'FROM question WHERE is_canonical = 1 AND no_index = 0'
  const { rows } = store.prepare(`SELECT count(*) AS rows ${all}`).get() as { rows: number }
  const one = store.prepare(`SELECT id, title, sense ${all} ORDER BY id LIMIT 1 OFFSET ?`)
  return Array.from(
    { length: Math.min(count, rows) },
    (_, index) => one.get(Math.floor((index * rows) / count)) as Title,
  )
}
