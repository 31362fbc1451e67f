import 'server-only'
import { PHASE_PRODUCTION_BUILD } from 'next/constants'
import { settings } from '@/lib/settings'
import { prepareLists } from './store/lists'
import { getMeta, openEmptyStore, openStoreToRead } from './store/open'
import { prepareQuestions } from './store/questions'
import { prepareRelated } from './store/related'

/** Everything that pages ask of the content store: a `get` gives one row or undefined, a `list` one bounded page. */
export function getLibrary() {
  library ??= openLibrary()
  return library
}

let library: ReturnType<typeof openLibrary> | undefined

function openLibrary() {
  // The production build reads no content: what it prerenders is never served, because the page cache starts empty.
  const building = process.env.NEXT_PHASE === PHASE_PRODUCTION_BUILD
  const store = building ? openEmptyStore() : openStoreToRead(settings.contentDb)
  return {
    ...prepareLists(store),
    ...prepareQuestions(store),
    ...prepareRelated(store),
    /** The number of the last compile that changed something. */
    getSequence: () => Number(getMeta(store, 'sequence')),
  }
}
