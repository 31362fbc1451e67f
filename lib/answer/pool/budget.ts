/** What an answer may cost to render: far more than any that people write, and little to a server. */
export const budget = {
  /** In ms; a hundred times what the longest real answer takes. */
  time: 2_000,
  /** Of the thread that renders, in MiB. */
  memory: 128,
  /** Of HTML, in bytes; the largest real answer has a tenth of it. */
  output: 2_000_000,
} as const

/** Why an answer is shown as its source: what it has too much of, or that rendering it failed. */
export type Excess = 'time' | 'memory' | 'output' | 'failure'

/** What a rendering thread may take by the clock, however busy the machine is. In ms. */
const mostWaiting = 10_000

/**
 * Gives a function that tells whether the time is over for what began now. It counts what this process computed, too, so
 * that a machine that is busy with other things marks no good answer.
 */
export function startClock(): () => boolean {
  const started = performance.now()
  const before = process.cpuUsage()
  return () => {
    const waited = performance.now() - started
    const { user, system } = process.cpuUsage(before)
    return waited > mostWaiting || (waited > budget.time && (user + system) / 1000 > budget.time)
  }
}
