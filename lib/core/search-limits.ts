/**
 * Characters of a query that are read, such as a pasted exercise; more are an error at the API and cut off on the page. In
 * any script they fit into an address that servers accept.
 */
export const longestQuery = 1_500

/** A search returns no more questions than this. */
export const mostFound = 300

/** When too many searches wait, visitors are asked to try again after this many seconds. */
export const retrySeconds = 2

/** A question is said to be asked in so many ways at most: a bound for what is counted and listed. */
export const mostWays = 20
