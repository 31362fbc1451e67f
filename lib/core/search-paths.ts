/*
 * The addresses of searches. They are not with the others (routes.ts) for the size of what browsers load: a file of a
 * script is there for all pages that use any part of it.
 */

export const searchPath = '/search'
export const searchApiPath = '/api/search'

/**
 * A page of results, with `more` also of those that have some of the words. No link that a crawler follows has such an
 * address.
 */
export function toSearchPath(query: string, subject?: string, page = 1, more = false): string {
  const parameters = new URLSearchParams({
    q: query,
    ...(subject && { subject }),
    ...(more && { more: '1' }),
    ...(page > 1 && { page: String(page) }),
  })
  return `${searchPath}?${parameters}`
}

/**
 * The address of a question with the words that its page is to highlight; for browsers alone, the part after # is not
 * sent.
 */
export const toHighlightedPath = (path: string, words: readonly string[]) =>
  words.length > 0 ? `${path}#${highlightKey}=${words.map(encodeURIComponent).join('+')}` : path

export const highlightKey = 'find'
