/** Characters of a query that are read; more are an error at the API and cut off on the page. */
export const longestQuery = 200

/** A search gives no more questions than this. */
export const mostFound = 300

/** Where too many searches wait, a visitor is asked to come again after so many seconds. */
export const retrySeconds = 2
