import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { outliveClosedOutput } from './closed-output.mjs'
import { prepareWorkers } from './workers.mjs'

/**
 * `prepare` and `serve` are arguments of Node; without `serve` the site is only prepared. `count` servers share the port,
 * by default 1. A crashed server is restarted with exponential backoff, from `firstDelay` ms up to `longestDelay` ms; once
 * one has run for `steadyAfter` ms, the delay starts at `firstDelay` again.
 *
 * @typedef {{ prepare: string[], serve?: string[], count?: number, firstDelay: number, longestDelay: number, steadyAfter: number }} Plan
 * @typedef {{ code: number | null, signal: NodeJS.Signals | null }} End
 */

/** How native code crashes a process, as SQLite's binding does when it reads damaged pages. */
const nativeCrashes = ['SIGABRT', 'SIGBUS', 'SIGILL', 'SIGSEGV']

/**
 * For glibc, which otherwise gives each thread an arena of its own and keeps the memory of the largest task: two arenas in
 * all, and large blocks (compression buffers, pages, files) are returned to the system. Values in the environment win.
 * https://sourceware.org/glibc/manual/latest/html_node/Memory-Allocation-Tunables.html
 */
const memory = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' }

/** A setting or the port cannot be used: a retry would fail too. */
const wrongUse = 2

/** The server found no store that it can read, or a damaged one (lib/engine/provide-library.ts). */
const noStore = 3

/** How often a process started by npm checks whether npm's shell is still there, in ms. */
const parentInterval = 500

/**
 * Logs a line like those of the server (lib/core/log.ts), without its logger: that takes 8 MB, which this process would
 * hold while the site runs.
 *
 * @param {'warn' | 'error'} level
 * @param {string} msg
 */
const log = (level, msg) => console.log(JSON.stringify({ level, time: new Date().toISOString(), msg }))

/** @param {End} end */
const toStatus = ({ code, signal }) => code ?? 128 + (signal ? constants.signals[signal] : 0)

/** @param {End} end */
const toSentence = ({ code, signal }) => (signal ? `was killed by ${signal}` : `exited with status ${code}`)

/**
 * Prepares the site, then serves it in child processes and restarts each that crashes. Signals are passed on. Returns the
 * exit status: that of a failed preparation, or of the servers once they have stopped or cannot be used (2).
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
  // Not every shell started by npm passes signals on; once it is gone, this process has another parent.
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
    // The IPC channel lets the child notice that this process is gone, however it ended.
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
  /** Servers that find the store damaged at the same time share one check of it. @param {string[]} args */
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
        `${name} ${toSentence(end)} after ${Math.round(ran / 1000)} s. It will be restarted in ${delay / 1000} s.`,
      )
      await sleep(delay, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted) return 0
      // Twice in a row: it may be the store, so check each of its pages.
      const isSuspect = end.signal !== null && nativeCrashes.includes(end.signal) && delay > firstDelay
      if (isSuspect) await prepareAgain([...prepare, '--check-store'])
      else if (end.code === noStore) await prepareAgain(prepare)
      if (stopping.signal.aborted) return 0
    }
  }

  const servers = Array.from({ length: count }, (_, number) => keepServing(number))
  const first = await Promise.race(servers)
  // One that stops for good takes the others with it: they would fail for the same reason.
  if (!stopping.signal.aborted) stop('SIGTERM')
  const statuses = await Promise.all(servers)
  return first === 0 ? Math.max(...statuses) : first
}
