import { toLabel } from './inline'

/**
 * A block of text: prose is a paragraph or an item; code has no marks.
 */
export type Block = { text: string; kind: 'prose' | 'heading' | 'cell' | 'code' }

/** The blocks that a reader sees, footnotes last, and the labels of link definitions and footnotes. */
export type Blocks = { blocks: Block[]; labels: ReadonlySet<string> }

const rule = /^[ \t]*(?:\*[ \t]*){3,}$|^[ \t]*(?:-[ \t]*){3,}$|^[ \t]*(?:_[ \t]*){3,}$/
const underline = /^(?:=+|-+)[ \t]*$/
const quoteMark = /^>[ \t]*/
const listMark = /^(?:[-*+]|(\d{1,9})[.)])(?:[ \t]+|$)/
const taskBox = /^\[[ xX]\][ \t]+/
const heading = /^#{1,6}(?:[ \t]+|$)/
const callout = /^\[!\w{1,40}\][-+]?[ \t]*/
const noteStart = /^\[(\^[^\]\s]{1,100})\]:[ \t]*/
const definition =
  /^\[(?!\^)([^[\]]{1,999})\]:[ \t]*(?:<[^<>\n]*>|[^\s<]\S*)(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/
const letterFirst = /^[A-Za-z]/
const block = /^\uE000\d+\uE001$/

/** An answer nested more deeply is shown as its source. */
const maxLevels = 100

/**
 * Splits Markdown into blocks; programs (indented ones too) and formulas must be placeholders. Each line is read once. As
 * there are no programs left, indentation does not matter.
 */
export function readBlocks(markdown: string): Blocks {
  return new BlockReader(markdown.split('\n')).read()
}

class BlockReader {
  private readonly blocks: Block[] = []
  private readonly notes: Block[] = []
  private readonly labels = new Set<string>()
  private paragraph: string[] = []
  private inList = false
  private inNote = false
  private inTable = false
  private afterBlank = true

  constructor(private readonly lines: readonly string[]) {}

  read(): Blocks {
    for (const [index, line] of this.lines.entries()) {
      this.readLine(line, this.lines[index + 1])
      this.afterBlank = line.trim() === ''
    }
    this.flush()
    return { blocks: [...this.blocks, ...this.notes], labels: this.labels }
  }

  private readLine(line: string, next: string | undefined) {
    if (line === '') return this.endTable()
    if (letterFirst.test(line)) return this.readPlain(line, next)
    const written = line.trimStart()
    const isDeep = /^(?: {4}|\t)/.test(line)
    if (isDeep && this.paragraph.length > 0 && !this.isInside) return void this.paragraph.push(written)
    if (rule.test(line) && !(this.paragraph.length > 0 && underline.test(written))) return this.flush()
    const { text, isItem } = this.withoutMarkers(written)
    if (text.trim() === '') return this.endTable()
    if (this.afterBlank && written === line) {
      this.inList = isItem
      this.inNote = false
    }
    this.readText(text, next)
  }

  private get isInside(): boolean {
    return this.inList || this.inNote
  }

  private endTable() {
    this.flush()
    this.inTable = false
  }

  /** Reads a line that begins with a letter, as most do: it has no marker. */
  private readPlain(line: string, next: string | undefined) {
    if (this.afterBlank) {
      this.inList = false
      this.inNote = false
    }
    if (!this.readRow(line, next)) this.paragraph.push(line)
  }

  private readText(text: string, next: string | undefined) {
    const note = noteStart.exec(text)?.[1]
    if (note !== undefined) {
      this.flush()
      this.labels.add(toLabel(note))
      this.inNote = true
      this.paragraph.push(text.replace(noteStart, ''))
      return
    }
    const defined = this.paragraph.length === 0 ? definition.exec(text)?.[1] : undefined
    if (defined !== undefined) return void this.labels.add(toLabel(defined))
    if (!this.inTable && this.paragraph.length > 0 && underline.test(text)) return this.flush('heading')
    if (this.readRow(text, next)) return
    if (block.test(text.trim()) || heading.test(text)) {
      this.dropLineBreak()
      this.flush()
      this.paragraph.push(text.replace(heading, '').replace(/(?<![ \t])[ \t]+#+[ \t]*$/, ''))
      return this.flush(heading.test(text) ? 'heading' : 'code')
    }
    this.paragraph.push(text)
  }

  /** Drops the backslash of a hard line break, also before a formula on a line of its own. */
  private dropLineBreak() {
    const last = this.paragraph.pop()
    if (last !== undefined) this.paragraph.push(last.replace(/(?<!\\)((?:\\\\)*)\\$/, '$1'))
  }

  /** Reads a table row; returns false if the line is not one. */
  private readRow(text: string, next: string | undefined): boolean {
    if (!this.inTable) {
      if (!text.includes('|') || next === undefined || !this.isTable(text, next)) return false
      this.flush()
      this.inTable = true
    }
    this.pushRow(text)
    return true
  }

  /** A line without its quote and list markers. */
  private withoutMarkers(line: string): { text: string; isItem: boolean } {
    let text = line
    let isItem = false
    let isQuote = false
    for (let level = 0; level < maxLevels; level += 1) {
      const mark = quoteMark.exec(text) ?? listMark.exec(text)
      if (!mark || rule.test(text)) break
      // Only a list that begins with 1 may interrupt a paragraph: “1986.” is a year.
      const isYear = mark[1] !== undefined && mark[1] !== '1' && this.paragraph.length > 0 && !this.inList && !isItem
      if (isYear) break
      isQuote = mark[0].includes('>')
      if (!isQuote) {
        this.flush()
        isItem = true
        this.inList = true
      }
      text = text.slice(mark[0].length).trimStart()
    }
    if (isItem) text = text.replace(taskBox, '')
    if (isQuote && callout.test(text)) {
      this.flush()
      text = text.replace(callout, '')
      this.push(text)
      text = ''
    }
    return { text, isItem }
  }

  private isTable(header: string, next: string): boolean {
    const row = next.replace(/^(?: {0,3}>[ \t]?)+/, '')
    return isDelimiterRow(row) && toCells(row).length === toCells(header).length
  }

  private pushRow(row: string) {
    if (isDelimiterRow(row)) return
    for (const cell of toCells(row)) this.push(cell.replace(/\\\|/g, '|'), 'cell')
  }

  private push(text: string, kind: Block['kind'] = 'prose') {
    if (text.trim() === '') return
    const block = { text: text.trim(), kind }
    if (this.inNote) this.notes.push(block)
    else this.blocks.push(block)
  }

  private flush(kind: Block['kind'] = 'prose') {
    if (this.paragraph.length > 0) this.push(this.paragraph.join('\n'), kind)
    this.paragraph = []
  }
}

const toCells = (row: string) =>
  row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)

const isDelimiterRow = (row: string) => row.includes('-') && toCells(row).every((cell) => /^:?-+:?$/.test(cell.trim()))
