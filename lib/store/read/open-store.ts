import { statSync } from 'node:fs'
import { isOnReadOnlyMount, openStoreToRead, type Store } from '../schema/open'
import { prepareQueries, type Queries } from './queries'

/** A store that is open to read, and what can be asked of it. */
export type OpenStore = { store: Store; queries: Queries }

/** A store that was rebuilt is another file at the same path: so often a running server looks for one. In ms. */
const lookEvery = 500

/** Opens the store at a path. Throws a sentence where there is none that can be used. */
function openStore(file: string): OpenStore {
  const store = openStoreToRead(file)
  try {
    return { store, queries: prepareQueries(store) }
  } catch (error) {
    store.close()
    throw error
  }
}

/** What tells the file at a path from another one; on a read-only mount also from itself when it was changed elsewhere. */
function identify(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats) return ''
  return isOnReadOnlyMount(file) ? `${stats.ino} ${stats.mtimeMs} ${stats.size}` : String(stats.ino)
}

/**
 * Gives the store in the file at a path, whichever file that is at the moment of a call; the one that is open, while
 * there is none or no usable one. Throws a sentence where there is none to begin with.
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
      if (message !== told) console.error(`The library that was open stays in use. ${message}`)
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
