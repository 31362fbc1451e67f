import { existsSync, readFileSync } from 'node:fs'

const status = '/proc/self/status'

/**
 * The most memory that this process had at once, in MB. Linux counts into `maxRSS` what the process that started this one
 * held, so its own mark is asked where there is one (https://man7.org/linux/man-pages/man5/proc_pid_status.5.html).
 */
export function getPeakRssMb(): number {
  const own = existsSync(status) ? /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined
  return Math.round(Number(own ?? process.resourceUsage().maxRSS) / 1024)
}
