/** The content between two delimiters (`start` to `end`), and both with it (`open` to `close`). */
type Span = { open: number; start: number; end: number; close: number }

const fence = /((?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*)(`{3,}|~{3,})[ \t]*math[ \t]*(?=\r?\n)/y
const anyFence = /(?:```|~~~)[ \t]*math[ \t]*\r?\n/
const code = /\$`([^`\n]{1,2000})`\$/y

/** Whether a text may have a math fence. */
export const mayHaveMathFence = (text: string) => anyFence.test(text)

/** The math fence (```` ```math ````) on the line at `lineStart`, perhaps after quote and list markers, if any. */
export function findMathFence(text: string, lineStart: number): Span | undefined {
  fence.lastIndex = lineStart
  const [opening, marks = '', sign] = fence.exec(text) ?? []
  if (opening === undefined) return undefined
  const start = lineStart + opening.length
  const closing = new RegExp(`\\n[ \\t>]*${sign}[ \\t]*(?=\\r?\\n|$)`, 'g')
  closing.lastIndex = start
  const found = closing.exec(text)
  return found
    ? { open: lineStart + marks.length, start, end: found.index, close: found.index + found[0].length }
    : undefined
}

/** The code between dollar signs ($`x`$) that begins at `at`, if any. */
export function findMathCode(text: string, at: number): Span | undefined {
  code.lastIndex = at
  const found = code.exec(text)?.[0].length
  return found ? { open: at, start: at + 2, end: at + found - 2, close: at + found } : undefined
}
