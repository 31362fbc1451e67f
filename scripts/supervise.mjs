import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * `prepare` and `serve` are arguments of Node; without `serve` it is only prepared. After a crash the server is started
 * again after `firstDelay` ms, then after twice as many each time, `longestDelay` at most; one that ran for
 * `steadyAfter` ms begins with `firstDelay` again.
 *
 * @typedef {{ prepare: string[], serve?: string[], firstDelay: number, longestDelay: number, steadyAfter: number }} Plan
 * @typedef {{ code: number | null, signal: NodeJS.Signals | null }} End
 */

/** How native code ends a process, as SQLite's binding does when it meets pages that are damaged. */
const nativeCrashes = ['SIGABRT', 'SIGBUS', 'SIGILL', 'SIGSEGV']

/**
 * For glibc, which else gives each thread a heap of its own and keeps what the largest work took: two heaps for all, and
 * large pieces (what compression needs, pages, files) go back to the system. Who sets them otherwise has his way.
 * https://sourceware.org/glibc/manual/latest/html_node/Memory-Allocation-Tunables.html
 */
const memory = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' }

/** A setting or the port cannot be used: trying again would change nothing. */
const wrongUse = 2

/** The server found no store that it can read, or one that is damaged (lib/store/read/provide-library.ts). */
const noStore = 3

/** How often a process that npm started looks whether npm's shell is still there, in ms. */
const parentInterval = 500

/**
 * A line like those of the server's log (lib/core/log.ts): what makes those takes 8 MB, which this process would hold for
 * as long as the site runs.
 *
 * @param {'warn' | 'error'} level
 * @param {string} msg
 */
const log = (level, msg) => console.log(JSON.stringify({ level, time: new Date().toISOString(), msg }))

/** @param {End} end */
const toStatus = ({ code, signal }) => code ?? 128 + (signal ? constants.signals[signal] : 0)

/** @param {End} end */
const toSentence = ({ code, signal }) => (signal ? `was ended by ${signal}` : `ended with status ${code}`)

/**
 * Prepares the site, then serves it in a process of its own and starts that again when it crashes. Signals are passed
 * on. Gives the exit status: that of what was not prepared, of a server that ended by itself or was told to, or 2.
 *
 * @param {Plan} plan
 * @returns {Promise<number>}
 */
export async function supervise({ prepare, serve, firstDelay, longestDelay, steadyAfter }) {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child
  const stopping = new AbortController()

  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    stopping.abort()
    child?.kill(signal)
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop)
  // Not every shell that npm starts passes a signal on; when it is gone, this process has another parent.
  const { ppid } = process
  const watchParent = () => process.ppid !== ppid && !stopping.signal.aborted && stop('SIGTERM')
  if (process.env.npm_lifecycle_event) setInterval(watchParent, parentInterval).unref()

  /** @param {string[]} args @returns {Promise<End>} */
  const run = async (args) => {
    // Over the channel the child notices when this process is gone, however it went.
    child = spawn(process.execPath, args, {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...memory, ...process.env },
    })
    const [code, signal] = await once(child, 'exit')
    child = undefined
    return { code, signal }
  }

  let prepared = await run(prepare)
  if (prepared.signal && nativeCrashes.includes(prepared.signal)) {
    log('warn', `Preparing the site ${toSentence(prepared)}: the content store is rebuilt from the files.`)
    prepared = await run([...prepare, '--rebuild'])
  }
  if (prepared.code !== 0 || !serve || stopping.signal.aborted) return toStatus(prepared)

  for (let delay = firstDelay; ; delay = Math.min(2 * delay, longestDelay)) {
    const started = performance.now()
    const end = await run(serve)
    if (stopping.signal.aborted || end.code === 0 || end.code === wrongUse) return toStatus(end)
    const ran = performance.now() - started
    if (ran > steadyAfter) delay = firstDelay
    log(
      'error',
      `The server ${toSentence(end)} after ${Math.round(ran / 1000)} s. It is started again in ${delay / 1000} s.`,
    )
    await sleep(delay, undefined, { signal: stopping.signal }).catch(() => undefined)
    if (stopping.signal.aborted) return 0
    // Twice in a row: then it may be the store, which a look at each of its pages tells.
    const isSuspect = end.signal !== null && nativeCrashes.includes(end.signal) && delay > firstDelay
    if (isSuspect) await run([...prepare, '--check-store'])
    else if (end.code === noStore) await run(prepare)
    if (stopping.signal.aborted) return 0
  }
}
