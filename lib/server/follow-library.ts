import { log as siteLog } from '@/lib/core/log'
import { settings } from '@/lib/core/settings'
import type { Library } from '@/lib/library/library'
import { LibraryUnavailable } from '@/lib/library/unavailable'
import type { ChangeLog } from './change-log'

/**
 * How often the library is polled for changes, in milliseconds: an edit is visible after this at the latest. Many servers
 * may poll one PostgreSQL.
 */
const interval = settings.databaseUrl === undefined ? 100 : 250

let isAnswering = false
let answeredAt = Number.NaN

/** Whether the last poll succeeded, and when one last did, in ms since 1970. */
export const measureFollowing = () => ({ isAnswering, answeredAt })

/**
 * Brings a log of changes up to date now, and from then on at an interval while the process runs. While the library does
 * not answer, what is cached stays valid.
 */
export async function followLibrary(library: Library, log: ChangeLog) {
  /** What was logged since the library stopped answering. */
  let logged = ''

  async function poll() {
    const changes = await library.changesSince(log.state.sequence)
    log.apply(changes)
    isAnswering = true
    answeredAt = Date.now()
    if (logged) siteLog.info('The library answers polls for changes again.')
    logged = ''
  }

  function logOnce({ message }: Error) {
    isAnswering = false
    if (message !== logged) siteLog.error(`The library could not be polled for changes: ${message}`)
    logged = message
  }

  const pollLater = () => setTimeout(() => poll().catch(logOnce).then(pollLater), interval).unref()

  await poll().catch((error: Error) => {
    if (!(error instanceof LibraryUnavailable)) throw error
    logOnce(error)
  })
  pollLater()
}
