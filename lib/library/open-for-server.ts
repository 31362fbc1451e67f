import { provideLibrary } from '@/lib/page-cache/library.mjs'
import { getLibrary } from './queries'

/** Opens the library for a server that starts, and lets the page cache ask it; a server without one stops and says why. */
export function openForServer() {
  try {
    getLibrary()
  } catch (error) {
    console.error(`The site was not started. ${(error as Error).message}`)
    process.exit(2)
  }
  provideLibrary(getLibrary)
}
