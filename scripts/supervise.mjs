import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { outliveClosedOutput } from './closed-output.mjs'
import { prepareWorkers } from './workers.mjs'

/**
 * `prepare` and `serve` are arguments of Node; without `serve` it is only prepared. `count` servers share the port, 1 if
 * not given. After a crash a server is started again after `firstDelay` ms, then after twice as many each time,
 * `longestDelay` at most; one that ran for `steadyAfter` ms begins with `firstDelay` again.
 *
 * @typedef {{ prepare: string[], serve?: string[], count?: number, firstDelay: number, longestDelay: number, steadyAfter: number }} Plan
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
 * Prepares the site, then serves it in processes of their own and starts each again when it crashes. Signals are passed
 * on. Gives the exit status: that of what was not prepared, of a server that ended by itself or was told to, or 2.
 *
 * @param {Plan} plan
 * @returns {Promise<number>}
 */
export async function supervise({ prepare, serve, count = 1, firstDelay, longestDelay, steadyAfter }) {
  outliveClosedOutput()
  /** @type {Set<import('node:child_process').ChildProcess>} */
  const children = new Set()
  const stopping = new AbortController()

  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    stopping.abort()
    for (const child of children) child.kill(signal)
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop)
  // Not every shell that npm starts passes a signal on; when it is gone, this process has another parent.
  const { ppid } = process
  const watchParent = () => process.ppid !== ppid && !stopping.signal.aborted && stop('SIGTERM')
  if (process.env.npm_lifecycle_event) setInterval(watchParent, parentInterval).unref()

  /** @param {import('node:child_process').ChildProcess} child @returns {Promise<End>} */
  const awaitEnd = async (child) => {
    children.add(child)
    const [code, signal] = await once(child, 'exit')
    children.delete(child)
    return { code, signal }
  }

  /** @param {string[]} args */
  const run = (args) =>
    // Over the channel the child notices when this process is gone, however it went.
    awaitEnd(
      spawn(process.execPath, args, {
        stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
        env: { ...memory, ...process.env },
      }),
    )

  let prepared = await run(prepare)
  if (prepared.signal && nativeCrashes.includes(prepared.signal)) {
    log('warn', `Preparing the site ${toSentence(prepared)}: the content store is rebuilt from the files.`)
    prepared = await run([...prepare, '--rebuild'])
  }
  if (prepared.code !== 0 || !serve || stopping.signal.aborted) return toStatus(prepared)

  /** @type {Promise<End> | undefined} */
  let preparing
  /** Several servers that find the store damaged have it looked at once. @param {string[]} args */
  const prepareAgain = (args) => {
    preparing ??= run(args).finally(() => {
      preparing = undefined
    })
    return preparing
  }

  const startWorker = count > 1 ? await prepareWorkers(serve, memory) : undefined

  /** @param {number} number */
  const keepServing = async (number) => {
    const name = count > 1 ? `Server ${number + 1} of ${count}` : 'The server'
    for (let delay = firstDelay; ; delay = Math.min(2 * delay, longestDelay)) {
      const started = performance.now()
      const end = await (startWorker ? awaitEnd(startWorker(number)) : run(serve))
      if (stopping.signal.aborted || end.code === 0 || end.code === wrongUse) return toStatus(end)
      const ran = performance.now() - started
      if (ran > steadyAfter) delay = firstDelay
      log(
        'error',
        `${name} ${toSentence(end)} after ${Math.round(ran / 1000)} s. It is started again in ${delay / 1000} s.`,
      )
      await sleep(delay, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted) return 0
      // Twice in a row: then it may be the store, which a look at each of its pages tells.
      const isSuspect = end.signal !== null && nativeCrashes.includes(end.signal) && delay > firstDelay
      if (isSuspect) await prepareAgain([...prepare, '--check-store'])
      else if (end.code === noStore) await prepareAgain(prepare)
      if (stopping.signal.aborted) return 0
    }
  }

  const servers = Array.from({ length: count }, (_, number) => keepServing(number))
  const first = await Promise.race(servers)
  // One that ends for good takes the others with it: what it met they meet too.
  if (!stopping.signal.aborted) stop('SIGTERM')
  const statuses = await Promise.all(servers)
  return first === 0 ? Math.max(...statuses) : first
}
