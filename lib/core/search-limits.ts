/**
 * The characters of the longest query, such as a pasted exercise. The API refuses a longer one; the page truncates it. In
 * any script they fit into an address that servers accept.
 */
export const longestQuery = 1_500

/** A search returns no more questions than this. */
export const maxFound = 300

/** When too many searches are waiting, visitors are asked to retry after this many seconds. */
export const retrySeconds = 2

/** At most this many wordings of a question, itself included, are counted and listed. */
export const maxWays = 20
