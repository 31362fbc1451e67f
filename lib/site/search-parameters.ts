import { longestQuery } from '@/lib/core/search-limits'

/** The parameters of a search: text, subject slug, page number, and whether some of the words are enough (`more`). */
export type SearchParameters = { text: string; subject: string | undefined; page: number; more: boolean }

/** What is wrong with the parameters of a search, and what is expected. */
export type ParameterError = { error: string }

/** The parameters of `/api/search` and `/search`; `lastPage` is the highest page number allowed. */
export function parseSearchParameters(
  parameters: URLSearchParams,
  lastPage: number,
): SearchParameters | ParameterError {
  const text = parameters.get('q')
  if (text === null) return { error: 'Say what to search for, as in ?q=photosynthesis.' }
  if (text.length > longestQuery)
    return { error: `“q” has ${text.length} characters; it may have up to ${longestQuery}.` }
  const page = parameters.get('page') ?? '1'
  if (!/^[1-9]\d{0,3}$/.test(page) || Number(page) > lastPage)
    return { error: `“page” must be a whole number from 1 to ${lastPage}.` }
  const more = parameters.get('more') ?? ''
  if (!/^1?$/.test(more)) return { error: '“more” must be 1, which adds questions that have some of the words.' }
  return { text, subject: parameters.get('subject') || undefined, page: Number(page), more: more === '1' }
}
