import { readFileSync } from 'node:fs'

/**
 * Resident memory of some processes in MB: the sum of all, and the sum with the program that they share counted once. Linux's
 * own measure of that, PSS, also divides it among unrelated Node processes on the machine.
 */
export type Memory = { resident: number; sharedOnce: number }

/** The processes that the main thread of a process started. Linux only. */
export function listChildren(pid: number): number[] {
  const children = readProc(`${pid}/task/${pid}/children`).trim()
  return children ? children.split(' ').map(Number) : []
}

/** The memory of a process and all its descendants; what `/proc` does not have counts as nothing. */
export function measureTree(pid: number): Memory {
  const processes = listTree(pid).map((each) => readProc(`${each}/status`))
  const read = (name: string) =>
    processes.map((status) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024)
  const sum = (sizes: number[]) => sizes.reduce((all, size) => all + size, 0)
  const files = read('RssFile')
  const resident = Math.round(sum(read('VmRSS')))
  return { resident, sharedOnce: Math.round(resident - sum(files) + Math.max(...files)) }
}

/** Polls the memory of a process tree until `stop`. */
export class MemoryWatch {
  readonly peak: Memory = { resident: 0, sharedOnce: 0 }
  last: Memory = this.peak
  readonly #timer: NodeJS.Timeout

  constructor(pid: number, interval: number) {
    const look = () => {
      this.last = measureTree(pid)
      this.peak.resident = Math.max(this.peak.resident, this.last.resident)
      this.peak.sharedOnce = Math.max(this.peak.sharedOnce, this.last.sharedOnce)
    }
    look()
    this.#timer = setInterval(look, interval)
  }

  stop() {
    clearInterval(this.#timer)
  }
}

const listTree = (pid: number): number[] => [pid, ...listChildren(pid).flatMap(listTree)]

function readProc(file: string): string {
  try {
    return readFileSync(`/proc/${file}`, 'utf8')
  } catch {
    return ''
  }
}
