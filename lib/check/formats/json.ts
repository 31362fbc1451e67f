import type { Format } from './format'

/** A JSON list of findings: path, line, column, level, rule, message, and whether `--fix` mends it. */
export function createJsonFormat(): Format {
  let first = true
  return {
    begin: () => '[',
    finding({ path, line, column, level, rule, message, fix }) {
      const separator = first ? '\n' : ',\n'
      first = false
      return `${separator}  ${JSON.stringify({ path, line, column, level, rule, message, fixable: fix !== undefined })}`
    },
    end: () => (first ? ']\n' : '\n]\n'),
  }
}
