import { fixedPaths } from '@/lib/core/routes'
import type { Store } from '../schema/open'
import { prepareFeeds } from './feeds'
import { prepareLetters } from './letters'
import { prepareLists } from './lists'
import { prepareMoved } from './moved'
import { prepareNeighbours } from './neighbours'
import { prepareQuestions } from './questions'
import { prepareRelated } from './related'
import { prepareSearch } from './search'
import { prepareResults } from './search-results'
import { prepareSitemaps } from './sitemaps'
import { prepareTopics } from './topics'
import { prepareValidity } from './validity'

export type Library = ReturnType<typeof prepareLibrary>

/** Everything that can be asked of an open store. */
export function prepareLibrary(store: Store) {
  const queries = {
    ...prepareLists(store),
    ...prepareLetters(store),
    ...prepareQuestions(store),
    ...prepareNeighbours(store),
    ...prepareRelated(store),
    ...prepareTopics(store),
    ...prepareSearch(store),
    ...prepareResults(store),
    ...prepareSitemaps(store),
    ...prepareFeeds(store),
  }
  const validity = prepareValidity(store, queries)
  const hasPage = (path: string) => fixedPaths.includes(path) || validity.getAddressKind(path) === 'library'
  return { ...queries, ...validity, ...prepareMoved(store, hasPage) }
}
