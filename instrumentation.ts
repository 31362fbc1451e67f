/** Runs once when the server starts: checks the settings, opens the library, and lets the page cache ask it. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ getLibrary }, { provideLibrary }] = await Promise.all([
    import('@/lib/content/queries'),
    import('@/lib/page-cache/library.mjs'),
  ])
  try {
    getLibrary()
  } catch (error) {
    console.error(`The site was not started. ${(error as Error).message}`)
    process.exit(2)
  }
  provideLibrary(getLibrary)
}
