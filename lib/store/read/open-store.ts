import { statSync } from 'node:fs'
import { log } from '@/lib/core/log'
import { isOnReadOnlyMount, openStoreToRead, type Store } from '../schema/open'
import { prepareQueries, type Queries } from './queries'

/** A store that is open for reading, with its queries. */
export type OpenStore = { store: Store; queries: Queries }

/** How often a running server checks whether the store was rebuilt as another file at the same path, in milliseconds. */
const lookEvery = 500

/** Opens the store at a path. Throws a message for the operator if there is none that can be used. */
function openStore(file: string): OpenStore {
  const store = openStoreToRead(file)
  try {
    return { store, queries: prepareQueries(store) }
  } catch (error) {
    store.close()
    throw error
  }
}

/** The identity of the file at a path; on a read-only mount it also changes when another machine changes the file. */
function identify(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats) return ''
  return isOnReadOnlyMount(file) ? `${stats.ino} ${stats.mtimeMs} ${stats.size}` : String(stats.ino)
}

/**
 * Returns a function that returns the store now at a path, or the one already open while there is no usable one. Throws a
 * message for the operator if there is none at the start.
 */
export function followStore(file: string): () => OpenStore {
  let identity = identify(file)
  let opened = openStore(file)
  let lookedAt = Date.now()
  let told = ''

  function lookAgain() {
    const found = identify(file)
    if (found === identity || found === '') return
    try {
      const next = openStore(file)
      opened.store.close()
      opened = next
      identity = found
      told = ''
    } catch (error) {
      const { message } = error as Error
      if (message !== told) log.error(`The store that is open stays in use. ${message}`)
      told = message
    }
  }

  return () => {
    if (Math.abs(Date.now() - lookedAt) > lookEvery) {
      lookedAt = Date.now()
      lookAgain()
    }
    return opened
  }
}
