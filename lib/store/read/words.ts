import { LRUCache } from 'lru-cache'
import type { Known, Lookup } from '@/lib/search/lookups'
import { listRows, type Store } from '../schema/open'

/** What is remembered, in bytes: each word by its letters and what else it takes, some ten thousand words in all. */
const mostRemembered = 2_000_000
const besideLetters = 200

/** The columns of what is known of a word. */
export const known = 'word, questions, titled, repeated'

/**
 * What is known of words. Most queries have words that others had: they are remembered, until `forget` is called. Those of
 * one step of a search are read together.
 */
export function prepareWords(store: Store) {
  const byWords = store.prepare(`SELECT ${known} FROM word WHERE word IN (SELECT value FROM json_each(?))`)
  const remembered = new LRUCache<string, { known: Known | undefined }>({
    maxSize: mostRemembered,
    sizeCalculation: (_, word) => besideLetters + word.length,
  })

  /** Words that headings have, by their words. */
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
    /** Reads the words that a step of a search asks for. */
    expect(asked: readonly Lookup[]) {
      read(asked.flatMap((lookup) => ('words' in lookup ? lookup.words : 'word' in lookup ? lookup.word : [])))
    },
    getWord: (word: string) => read([word]).get(word),
    /** Those of some words that headings have, in their order. */
    listWords: (words: readonly string[]) => [...read(words).values()].sort((a, b) => (a.word < b.word ? -1 : 1)),
  }
}
