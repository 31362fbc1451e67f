/** An answer nested this deeply is shown as its source anyway. */
const maxContainers = 100

/** Stands for a quote in the list of containers; a list item or a footnote is the indentation of its content. */
const quote = 0

const quoteMark = /^ {0,3}> ?/
const itemMark = /^( {0,3}(?:[-*+]|(\d{1,9})[.)]))( +|$)/
const footnoteMark = /^ {0,3}\[\^[^\]\s]+\]: */
const thematicBreak = /^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/
const headingOrFence = /^ {0,3}(?:#{1,6}(?: |$)|`{3,}[^`]*$|~{3,})/
const underline = /^ {0,3}(?:=+|-+) *$/

/**
 * Recognises indented code (https://spec.commonmark.org/0.31.2/#indented-code-blocks): lines that are four columns deeper
 * than the list item or quote they are in, and do not continue a paragraph.
 */
export class IndentedCode {
  private readonly containers: number[] = []
  private inParagraph = false
  private inEmptyItem = false

  /**
   * The offset in a line at which indented code begins, its four columns included; undefined if the line is not code.
   * Call it with every line of the text in order.
   */
  findCode(written: string): number | undefined {
    const expanded = expandTabs(written)
    let line = expanded
    let depth = 0
    for (; depth < this.containers.length; depth += 1) {
      const content = enter(line, this.containers[depth] as number)
      if (content === undefined) break
      line = content
    }
    // An item that begins with two empty lines ends there.
    if (this.inEmptyItem && isBlank(line)) depth = Math.min(depth, this.containers.length - 1)
    let goesOn = this.inParagraph && !isBlank(line)
    if (goesOn && indentOf(line) >= 4) return undefined
    const interrupts = goesOn && depth === this.containers.length
    const matched = depth
    for (; depth < maxContainers; depth += 1) {
      const opened = openContainer(line, interrupts)
      if (!opened) break
      this.containers.length = depth
      this.containers.push(opened.container)
      line = opened.content
      goesOn = false
    }
    this.inEmptyItem = depth > matched && isBlank(line)
    const isLeaf = headingOrFence.test(line) || thematicBreak.test(line) || (goesOn && underline.test(line))
    if (!goesOn || isLeaf) this.containers.length = Math.min(depth, this.containers.length)
    const isCode = !goesOn && !isBlank(line) && indentOf(line) >= 4
    this.inParagraph = !isCode && !isLeaf && !isBlank(line)
    return isCode ? toOffset(written, expanded.length - line.length) : undefined
  }
}

const isBlank = (line: string) => line.trimStart() === ''
const indentOf = (line: string) => line.length - line.trimStart().length

/** The part of a line that is inside an open container; undefined if the line is outside it. */
function enter(line: string, container: number): string | undefined {
  if (container === quote) return quoteMark.test(line) ? line.replace(quoteMark, '') : undefined
  return isBlank(line) || indentOf(line) >= container ? line.slice(container) : undefined
}

/** The container that a line opens, and the rest of the line. An item interrupts a paragraph only with text and number 1. */
function openContainer(line: string, interrupts: boolean): { container: number; content: string } | undefined {
  if (quoteMark.test(line)) return { container: quote, content: line.replace(quoteMark, '') }
  const [note] = footnoteMark.exec(line) ?? []
  if (note) return { container: 4, content: line.slice(note.length) }
  const [mark, marker = '', number = '1', space = ''] = itemMark.exec(line) ?? []
  if (mark === undefined || thematicBreak.test(line)) return undefined
  if (interrupts && (mark.length === line.length || Number(number) !== 1)) return undefined
  const container = marker.length + (space.length > 4 || space === '' ? 1 : space.length)
  return { container, content: line.slice(container) }
}

/** Replaces tabs with spaces, up to the next tab stop (columns 4, 8, …). */
function expandTabs(line: string): string {
  if (!line.includes('\t')) return line
  let expanded = ''
  for (const part of line.split(/(\t)/)) expanded += part === '\t' ? ' '.repeat(4 - (expanded.length % 4)) : part
  return expanded
}

/** The offset in a line of the first character at or after a column. */
function toOffset(line: string, column: number): number {
  let offset = 0
  for (let at = 0; at < column; offset += 1) at += line[offset] === '\t' ? 4 - (at % 4) : 1
  return offset
}
