import { setPriority } from 'node:os'

/** A tenth of what other threads get where they want it too: https://man7.org/linux/man-pages/man7/sched.7.html */
const nice = 10

/**
 * Makes the system prefer other threads to the one that calls this, and to those that it starts: rendering and searching
 * leave the processors to the thread that sends cached pages. Only Linux has priorities of threads.
 */
export function runBehindOthers() {
  if (process.platform === 'linux') setPriority(0, nice)
}
