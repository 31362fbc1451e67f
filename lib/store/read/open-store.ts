import { statSync } from 'node:fs'
import { openStoreToRead, type Store } from '../schema/open'
import { prepareQueries, type Queries } from './queries'

/** A store that is open to read, and what can be asked of it. */
export type OpenStore = { store: Store; queries: Queries }

/** A store that was rebuilt is another file at the same path: so often a running server looks for one. In ms. */
const lookEvery = 500

/** Opens the store at a path. Throws a sentence where there is none. */
function openStore(file: string): OpenStore {
  const store = openStoreToRead(file)
  return { store, queries: prepareQueries(store) }
}

/**
 * Gives the store in the file at a path, whichever file that is at the moment of a call; the one that is open, while
 * there is none or no usable one. Throws a sentence where there is none to begin with.
 */
export function followStore(file: string): () => OpenStore {
  const findInode = () => statSync(file, { throwIfNoEntry: false })?.ino ?? 0
  let inode = findInode()
  let opened = openStore(file)
  let lookedAt = Date.now()

  function lookAgain() {
    const found = findInode()
    if (found === inode || found === 0) return
    try {
      const next = openStore(file)
      opened.store.close()
      opened = next
      inode = found
    } catch (error) {
      console.error(`The library that was open stays in use. ${(error as Error).message}`)
    }
  }

  return () => {
    if (Date.now() - lookedAt > lookEvery) {
      lookedAt = Date.now()
      lookAgain()
    }
    return opened
  }
}
