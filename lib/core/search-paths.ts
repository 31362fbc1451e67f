/*
 * The addresses of searches. They are apart from the others (routes.ts) to keep scripts small: a browser script that
 * imports anything from a module gets all of it.
 */

export const searchPath = '/search'
export const searchApiPath = '/api/search'

/**
 * The address of a page of results; with `more` it includes questions that have only some of the words. Crawlers find no
 * link to one that they would follow.
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
 * The address of a question with the words that its page highlights. They are in the fragment, which browsers do not
 * send.
 */
export const toHighlightedPath = (path: string, words: readonly string[]) =>
  words.length > 0 ? `${path}#${highlightKey}=${words.map(encodeURIComponent).join('+')}` : path

export const highlightKey = 'find'
