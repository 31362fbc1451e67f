/** The most pages that are suggested at an unknown address. */
export const mostNear = 5
