import type { FoundPage, SearchRequest } from '@/lib/library/pages'
import { findPage } from '@/lib/search/found-page'
import { searchNear } from '@/lib/search/lookups'
import type { Queries } from './queries'

/** A page of search results. */
export function readFoundPage(queries: Queries, request: SearchRequest, sequence: number): FoundPage {
  const { ids, ...page } = searchNear(findPage(request), queries.searchIndex())
  const questions = queries.listResults(ids, page.words)
  return { ...page, questions, state: { store: queries.getStoreId(), sequence } }
}
