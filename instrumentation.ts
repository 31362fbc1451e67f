/** Runs once when the server starts: checks the settings, opens the library and provides it to pages. */
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs')
    await (await import('@/lib/engine/provide-library')).provideLibraryOfSettings()
}
