import { deckPath, lostPath, sheetPath } from '@/lib/core/routes'
import { searchPath } from '@/lib/core/search-paths'

/** The query parameters that pages and files read; at all other addresses the query is ignored. */
const namesRead = new Map<string, readonly string[]>([
  [searchPath, ['q', 'subject', 'page', 'more']],
  [sheetPath, ['subject', 'topic', 'q', 'n', 'seed', 'key']],
  [deckPath, ['topic', 'q']],
  [lostPath, ['path']],
])

/**
 * An address with only the query parameters that are read there, each once: Next takes seconds for a query that repeats
 * one name thousands of times.
 */
export function toAddressRead(url: string): string {
  const [path = '', ...query] = url.split('?')
  const given = new URLSearchParams(query.join('?'))
  const read = (namesRead.get(path) ?? []).filter((name) => given.has(name))
  if (read.length === 0) return path
  return `${path}?${new URLSearchParams(read.map((name) => [name, given.get(name) ?? '']))}`
}
