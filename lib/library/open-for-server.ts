import { getLibrary } from './queries'
import { provideLibrary } from './slot'

/** Opens the library for a server that starts, and lets the server ask it; a server without one stops and says why. */
export function openForServer() {
  try {
    getLibrary()
  } catch (error) {
    console.error(`The site was not started. ${(error as Error).message}`)
    process.exit(2)
  }
  provideLibrary(getLibrary)
}
