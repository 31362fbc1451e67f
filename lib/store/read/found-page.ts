import type { FoundPage, SearchRequest } from '@/lib/library/pages'
import { findPage } from '@/lib/search/found-page'
import { searchNear } from '@/lib/search/lookups'
import type { Queries } from './queries'

/** A page of search results. */
export function readFoundPage(queries: Queries, request: SearchRequest, sequence: number): FoundPage {
  const asked = request.subject === undefined ? undefined : queries.getSubject(request.subject)
  const found = findPage(request, queries.listSubjects(), asked, queries.countQuestions())
  const { ids, ...page } = searchNear(found, queries.searchIndex)
  const questions = queries.listResults(ids, page.words)
  return { ...page, questions, state: { store: queries.getStoreId(), sequence } }
}
