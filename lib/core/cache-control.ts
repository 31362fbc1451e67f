/** Shared caches may keep a page for a minute, and serve it stale while they revalidate it. */
export const cacheControl = 'public, max-age=0, s-maxage=60, stale-while-revalidate=86400'
