/** The most pages that are suggested at an unknown address. */
export const maxNear = 5
