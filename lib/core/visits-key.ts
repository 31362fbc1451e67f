/** The storage key of the last visited questions. */
export const visitsKey = 'visits'
