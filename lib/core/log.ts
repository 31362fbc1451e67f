import pino from 'pino'

/** The server's log: one line of JSON for each event, on standard output. */
export const log = pino({
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
})
