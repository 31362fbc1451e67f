/** Sections of the sitemap that are not subjects; no subject can have these names. */
export const authorsSection = '_authors'

/** The pages that belong to no subject. */
export const siteSection = '_site'
