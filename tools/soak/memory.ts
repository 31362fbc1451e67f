import { readFileSync } from 'node:fs'
import { readMemory } from '@/tools/served-site/processes'

/** Memory of some processes in MB: what each has resident, and the same with what they share counted once (Linux's PSS). */
export type Memory = { rss: number; pss: number }

/** The processes that the main thread of a process started. Linux alone tells. */
export function listChildren(pid: number): number[] {
  const children = readProc(`${pid}/task/${pid}/children`)?.trim()
  return children ? children.split(' ').map(Number) : []
}

/** The memory of a process and of all that it started; what is not told counts as nothing. */
export function measureTree(pid: number): Memory {
  const rss = readMemory(pid) || 0
  const pss = Math.round(Number(/^Pss:\s+(\d+)/m.exec(readProc(`${pid}/smaps_rollup`) ?? '')?.[1] ?? 0) / 1024)
  return listChildren(pid)
    .map(measureTree)
    .reduce((sum, child) => ({ rss: sum.rss + child.rss, pss: sum.pss + child.pss }), { rss, pss })
}

/** The memory of a tree of processes, looked at until `stop`. */
export class MemoryWatch {
  readonly peak: Memory = { rss: 0, pss: 0 }
  last: Memory = this.peak
  readonly #timer: NodeJS.Timeout

  constructor(pid: number, interval: number) {
    const look = () => {
      this.last = measureTree(pid)
      this.peak.rss = Math.max(this.peak.rss, this.last.rss)
      this.peak.pss = Math.max(this.peak.pss, this.last.pss)
    }
    look()
    this.#timer = setInterval(look, interval)
  }

  stop() {
    clearInterval(this.#timer)
  }
}

function readProc(file: string): string | undefined {
  try {
    return readFileSync(`/proc/${file}`, 'utf8')
  } catch {
    return undefined
  }
}
