/** What rendering an answer may cost: far more than real answers need, but little to a server. */
export const budget = {
  /** In ms: a hundred times what the longest real answer takes. */
  time: 2_000,
  /** Of the rendering thread, in MiB. */
  memory: 128,
  /** Of HTML, in bytes: ten times that of the largest real answer. */
  output: 2_000_000,
} as const

/** Why an answer is shown as its source: the limit that it exceeds, or `failure` if rendering it failed. */
export type Excess = 'time' | 'memory' | 'output' | 'failure'

/** The wall-clock limit of a rendering thread, in ms, however busy the machine is. */
const wallClockLimit = 10_000

/**
 * Returns a function that says whether the time for work that starts now is up. It also counts the CPU time of this
 * process, so that a busy machine does not fail good answers.
 */
export function startClock(): () => boolean {
  const started = performance.now()
  const before = process.cpuUsage()
  return () => {
    const waited = performance.now() - started
    const { user, system } = process.cpuUsage(before)
    return waited > wallClockLimit || (waited > budget.time && (user + system) / 1000 > budget.time)
  }
}
