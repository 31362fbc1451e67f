/** Runs once when the server starts: checks the settings, opens the library, and lets the page cache ask for versions. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ getPageVersion }, { providePageVersion }] = await Promise.all([
    import('@/lib/content/page-version'),
    import('@/lib/page-cache/version.mjs'),
  ])
  getPageVersion('/')
  providePageVersion(getPageVersion)
}
