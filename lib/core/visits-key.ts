/** The storage key of the questions that were visited last. */
export const visitsKey = 'visits'
