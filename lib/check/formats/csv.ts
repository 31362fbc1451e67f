import type { Format } from './format'

/** What spreadsheets read as the beginning of a formula (https://owasp.org/www-community/attacks/CSV_Injection). */
const formula = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n]/

/**
 * A row of CSV (https://www.rfc-editor.org/rfc/rfc4180) that is text in any spreadsheet: each cell is in quotes, and
 * one that would be a formula begins with an apostrophe.
 */
export const toCsvRow = (cells: readonly (string | number)[]) =>
  `${cells.map((cell) => (typeof cell === 'number' ? cell : toCell(cell))).join(',')}\r\n`

const toCell = (text: string) => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** Excel reads a file as UTF-8 if it begins with this. */
export const csvStart = '\uFEFF'

/** A table for a spreadsheet, one finding per row. */
export const csvFormat: Format = {
  begin: () => csvStart + toCsvRow(['level', 'rule', 'subject', 'path', 'line', 'column', 'message', 'fixable']),
  finding: ({ severity, rule, path, line, column, message, fix }, subject) =>
    toCsvRow([severity, rule, subject, path, line, column, message, fix ? 'yes' : 'no']),
  end: () => '',
}
