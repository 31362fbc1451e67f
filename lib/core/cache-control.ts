/** What shared caches may do with a page: keep it for a minute, and show it while they fetch the next one. */
export const cacheControl = 'public, max-age=0, s-maxage=60, stale-while-revalidate=86400'
