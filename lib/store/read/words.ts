import { LRUCache } from 'lru-cache'
import type { Known, Lookup } from '@/lib/search/lookups'
import { listRows, type Store } from '../schema/open'

/** The size of the cache in bytes: about ten thousand words, each counted as its letters and an overhead. */
const maxCached = 2_000_000
const overhead = 200

/** The columns of what is known about a word. */
export const known = 'word, questions, titled, repeated'

/**
 * What is known about words. Most queries share words with earlier ones, so words are cached until `forget` is called. The
 * words of one step of a search are read together.
 */
export function prepareWords(store: Store) {
  const byWords = store.prepare(`SELECT ${known} FROM word WHERE word IN (SELECT value FROM json_each(?))`)
  const remembered = new LRUCache<string, { known: Known | undefined }>({
    maxSize: maxCached,
    sizeCalculation: (_, word) => overhead + word.length,
  })

  /** Those words that occur in headings, by word. */
  function read(words: readonly string[]): ReadonlyMap<string, Known> {
    const found = new Map<string, Known>()
    const unknown = new Set<string>()
    for (const word of words) {
      const entry = remembered.get(word)
      if (entry?.known) found.set(word, entry.known)
      else if (!entry) unknown.add(word)
    }
    if (unknown.size === 0) return found
    for (const row of listRows<Known>(byWords, JSON.stringify([...unknown]))) found.set(row.word, row)
    for (const word of unknown) remembered.set(word, { known: found.get(word) })
    return found
  }

  return {
    forget: () => remembered.clear(),
    /** Reads the words that a step of a search is about to look up. */
    expect(asked: readonly Lookup[]) {
      read(asked.flatMap((lookup) => ('words' in lookup ? lookup.words : 'word' in lookup ? lookup.word : [])))
    },
    getWord: (word: string) => read([word]).get(word),
    /** Those of the words that occur in headings, sorted. */
    listWords: (words: readonly string[]) => [...read(words).values()].sort((a, b) => (a.word < b.word ? -1 : 1)),
  }
}
