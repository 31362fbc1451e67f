import { setPriority } from 'node:os'

/** About a tenth of a normal thread's share of a busy processor: https://man7.org/linux/man-pages/man7/sched.7.html */
const nice = 10

/**
 * Lowers the priority of the calling thread and of those it starts: rendering and searching leave the processors to the
 * thread that sends cached pages. Only Linux has priorities per thread.
 */
export function lowerThreadPriority() {
  if (process.platform === 'linux') setPriority(0, nice)
}
