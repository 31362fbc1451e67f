/** The order of two texts by their UTF-16 code units, the same everywhere, for `sort`. */
export const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
