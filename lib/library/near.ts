/** Pages that are offered at most where there is none. */
export const mostNear = 5
