import type { Store } from '../schema/open'
import { prepareAddresses } from './addresses'
import { prepareFeeds } from './feeds'
import { prepareLetters } from './letters'
import { prepareLists } from './lists'
import { prepareNearAddresses } from './near-addresses'
import { prepareQuestions } from './questions'
import { prepareRelated } from './related'
import { prepareSearch } from './search'
import { prepareResults } from './search-results'
import { prepareSelections } from './selections'
import { prepareSitemaps } from './sitemaps'
import { prepareState } from './state'
import { prepareTopics } from './topics'
import { prepareWelcome } from './welcome'

export type Queries = ReturnType<typeof prepareQueries>

/** All queries of an open store, from which sqlite-library.ts is composed. */
export function prepareQueries(store: Store) {
  const queries = {
    ...prepareState(store),
    ...prepareLists(store),
    ...prepareLetters(store),
    ...prepareQuestions(store),
    ...prepareRelated(store),
    ...prepareTopics(store),
    ...prepareSearch(store),
    ...prepareResults(store),
    ...prepareSelections(store),
    ...prepareSitemaps(store),
    ...prepareFeeds(store),
    ...prepareWelcome(store),
    ...prepareNearAddresses(store),
  }
  return { ...queries, ...prepareAddresses(store, queries) }
}
