import type { Format } from './format'

/** A JSON list of findings: path, line, column, level (their severity), rule, message, and whether `--fix` fixes it. */
export function createJsonFormat(): Format {
  let first = true
  return {
    begin: () => '[',
    finding({ path, line, column, severity: level, rule, message, fix }) {
      const separator = first ? '\n' : ',\n'
      first = false
      return `${separator}  ${JSON.stringify({ path, line, column, level, rule, message, fixable: fix !== undefined })}`
    },
    end: () => (first ? ']\n' : '\n]\n'),
  }
}
