import 'server-only'
import { statSync } from 'node:fs'
import { PHASE_PRODUCTION_BUILD } from 'next/constants'
import { settings } from '@/lib/core/settings'
import { type Library, prepareLibrary } from '@/lib/store/read/library'
import { openEmptyStore, openStoreToRead, type Store } from '@/lib/store/schema/open'

/** A store that was made anew is another file at the same path: so often a running server looks for one. In ms. */
const lookEvery = 500

type Opened = { library: Library; store: Store; inode: number; lookedAt: number }

/** Pages and the page cache are bundled apart, with modules of their own: the process is what they share. */
const slot: unique symbol = Symbol.for('quicktakes.opened')
const shared = globalThis as { [slot]?: Opened }

/** Everything that pages ask of the content store: a `get` gives one row or undefined, a `list` one bounded page. */
export function getLibrary(): Library {
  const now = Date.now()
  let opened = shared[slot]
  if (!opened || now - opened.lookedAt > lookEvery) {
    opened = opened ? lookAgain(opened, now) : openLibrary(now)
    shared[slot] = opened
  }
  return opened.library
}

function openLibrary(now: number): Opened {
  // The production build reads no content: what it prerenders is never served, because the page cache starts empty.
  const building = process.env.NEXT_PHASE === PHASE_PRODUCTION_BUILD
  const store = building ? openEmptyStore() : openStoreToRead(settings.contentDb)
  return { library: prepareLibrary(store), store, inode: building ? 0 : findInode(), lookedAt: now }
}

/** The library in the file that stands at its path now; the one that is open, where there is none or no usable one. */
function lookAgain(present: Opened, now: number): Opened {
  present.lookedAt = now
  if (present.inode === 0 || findInode() === present.inode || findInode() === 0) return present
  try {
    const next = openLibrary(now)
    present.store.close()
    return next
  } catch (error) {
    console.error(`The library that was open stays in use. ${(error as Error).message}`)
    return present
  }
}

const findInode = () => statSync(settings.contentDb, { throwIfNoEntry: false })?.ino ?? 0
