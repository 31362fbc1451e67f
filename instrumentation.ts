/** Runs once when the server starts: checks the settings, opens the library, and lets the page cache see its version. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ getLibrary }, { provideLibraryVersion }] = await Promise.all([
    import('@/lib/content/queries'),
    import('@/lib/page-cache/version.mjs'),
  ])
  provideLibraryVersion(getLibrary().getSequence)
}
