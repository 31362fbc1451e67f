import pino from 'pino'

/** The log of the site while it is served: a line of JSON for each thing that happened, on the standard output. */
export const log = pino({
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
})
