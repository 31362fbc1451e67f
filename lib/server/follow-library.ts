import { log as siteLog } from '@/lib/core/log'
import { settings } from '@/lib/core/settings'
import type { Library } from '@/lib/library/library'
import type { ChangeLog } from './change-log'

/**
 * How often the library is asked for changes, in milliseconds: an edit is visible after this at the latest. Many servers
 * may ask one PostgreSQL.
 */
const interval = settings.databaseUrl === undefined ? 100 : 250

/** Brings a log of changes up to date now, and from then on at an interval while the process runs. */
export async function followLibrary(library: Library, log: ChangeLog) {
  const look = async () => log.apply(await library.changesSince(log.state.sequence))
  await look()
  let told = ''
  const lookAgain = async () => {
    try {
      await look()
      told = ''
    } catch (error) {
      const message = (error as Error).message
      if (message !== told) siteLog.error(`The library could not be asked what changed: ${message}`)
      told = message
    }
    setTimeout(lookAgain, interval).unref()
  }
  setTimeout(lookAgain, interval).unref()
}
