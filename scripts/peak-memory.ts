import { existsSync, readFileSync } from 'node:fs'

const status = '/proc/self/status'

/**
 * This process's peak memory (resident set), in MB. On Linux `maxRSS` includes the peak of the process that started this
 * one, so VmHWM is read instead if there is one (https://man7.org/linux/man-pages/man5/proc_pid_status.5.html).
 */
export function getPeakRssMb(): number {
  const own = existsSync(status) ? /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined
  return Math.round(Number(own ?? process.resourceUsage().maxRSS) / 1024)
}
