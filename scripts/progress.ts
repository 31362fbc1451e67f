const width = 24

/** A progress line on a terminal; elsewhere (a log, a pipe) it prints nothing. The total need not be known. */
export function createProgress(unit: string, total?: number) {
  const terminal = process.stderr.isTTY
  let shown = false
  let last = 0
  return {
    show(done: number) {
      const now = performance.now()
      if (!terminal || now - last < 100) return
      last = now
      shown = true
      const filled = total ? Math.round((width * Math.min(done, total)) / total) : (done / 100) % width
      const bar = total ? '█'.repeat(filled).padEnd(width, '░') : `${' '.repeat(filled)}█`.padEnd(width)
      process.stderr.write(`\r${bar} ${done}${total ? ` of ${total}` : ''} ${unit}`)
    },
    clear() {
      if (shown) process.stderr.write('\r\x1b[2K')
      shown = false
    },
  }
}
