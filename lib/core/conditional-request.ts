import fresh from 'fresh'

type Conditions = { ifNoneMatch?: string | null; ifModifiedSince?: string | null }

/**
 * Whether the client already has the response with these headers, so that the status is 304:
 * https://www.rfc-editor.org/rfc/rfc9110#section-13. The request's Cache-Control is ignored: it is meant for caches in
 * between, and `fetch` sends `no-cache` with every conditional request, which `fresh` would never answer with 304.
 */
export const isNotModified = (
  { ifNoneMatch, ifModifiedSince }: Conditions,
  headers: { etag: string; 'last-modified'?: string },
) => fresh({ 'if-none-match': ifNoneMatch ?? '', 'if-modified-since': ifModifiedSince ?? '' }, headers)
