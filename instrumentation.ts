/** Runs once when the server starts: checks the settings and opens the library. */
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') (await import('@/lib/library/open-for-server')).openForServer()
}
