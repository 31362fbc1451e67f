import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'

type Environment = Record<string, string | undefined>

export type CompileResult = { files: number; parsed: number; ms: number; peakRssMb: number }

/** Compiles in a process of its own, so that its time and memory are those of `npm run content`. */
export function compileApart(contentDir: string, dbFile: string): CompileResult {
  const args = ['--import', 'tsx', 'scripts/content.ts', '--content', contentDir, '--db', dbFile, '--json']
  const { stdout, status } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`The compile of ${contentDir} ended with status ${status}.`)
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
}

/** Runs a command to its end and returns its time in seconds and, if it fails, its error output. */
export function timeCommand(command: string, args: string[], options: { cwd?: string; env?: Environment }) {
  const started = performance.now()
  const { status, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: options.cwd,
    env: { ...process.env, NODE_ENV: 'production', ...options.env },
  })
  return { seconds: (performance.now() - started) / 1000, status, stderr: error?.message ?? stderr }
}

export type Server = { url: string; process: ChildProcess; stop: () => Promise<void> }

/** Starts a server and waits until it answers requests for `address`; `startMs` is how long that took. */
export async function startServer(args: string[], port: number, address: string, environment: Environment, cwd = '.') {
  const url = `http://localhost:${port}`
  const isAnswered = (path: string) =>
    fetch(url + path).then(
      ({ ok }) => ok,
      () => false,
    )
  if (await isAnswered('/')) throw new Error(`Another server answers at ${url}. Stop it, or set PORT to another port.`)
  const started = performance.now()
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, PORT: String(port), ...environment, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  while (!(await isAnswered(address))) {
    if (child.exitCode !== null) throw new Error(`The server stopped with status ${child.exitCode}.`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const startMs = performance.now() - started
  const stop = async () => {
    child.kill()
    if (child.exitCode === null) await once(child, 'exit')
  }
  return { server: { url, process: child, stop } satisfies Server, startMs }
}

/** The processor time used by a process, in seconds, in steps of 10 ms; NaN if the system has no `/proc`. */
export function readProcessorSeconds(pid: number | undefined): number {
  try {
    // The name in brackets may contain spaces; user and system time are the 12th and 13th fields after it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return Number.NaN
  }
}

/** Resident memory of a process in MB; undefined if the system has no `/proc`. */
export function readMemory(pid: number | undefined): number | undefined {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
  } catch {
    return undefined
  }
}
