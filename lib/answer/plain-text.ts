import type { AnswerSource } from '@/lib/core/answer-source'
import { NumberedFormulas } from './formula/numbered-formulas'
import { type Block, readBlocks } from './plain/blocks'
import { toFormulaText } from './plain/formula-text'
import { toInlineText } from './plain/inline'
import { listFormulas, scanAnswer } from './scan'
import type { Segment } from './segment'

/** So much of an answer is read first for its beginning: marks, addresses and comments may take most of it. */
const firstPart = 600

/**
 * What a reader of an answer sees, as text on one line: no mark, no address, no comment; formulas as people would type
 * them, programs as they are. For search and excerpts. Made from the scanner's pieces: a tree costs twenty times as much.
 */
export function toPlainText(source: AnswerSource): string {
  return listPlainBlocks(source)
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim()
}

/** The same with a dot between the cells of tables, and after a heading that ends in no mark. */
export function toExcerptText(source: AnswerSource): string {
  const blocks = listPlainBlocks(source)
  const isApart = (index: number) =>
    (blocks[index]?.kind === 'cell' && blocks[index + 1]?.kind === 'cell') ||
    (blocks[index]?.kind === 'heading' && index + 1 < blocks.length && !/[.:?!…]$/.test(blocks[index].text))
  return blocks
    .map(({ text }, index) => (isApart(index) ? `${text} ·` : text))
    .join(' ')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim()
}

/** The same, block by block. */
export function listPlainBlocks({ text, breaks }: AnswerSource): Block[] {
  const segments = scanAnswer({ text, breaks })
  const { blocks, labels } = readBlocks(segments.map(toWord).join(''))
  const formulas = new NumberedFormulas(listFormulas(segments))
  const show = (_: string, index: string) => toShown(segments[Number(index)], formulas)
  return blocks.map(({ text: written, kind }) => {
    const plain = kind === 'code' ? written : toInlineText(written, { labels })
    const text = plain.replace(/\uE000(\d+)\uE001/g, show)
    // In a cell a bar is escaped, in code too.
    return { text: kind === 'cell' ? text.replace(/\\\|/g, '|') : text, kind }
  })
}

/** The same of the beginning of an answer, at least `length` characters if it has them. */
export function toPlainBeginning(source: AnswerSource, length: number): string {
  const { text, breaks } = source
  const lineBreak = breaks === 'literal' ? '\\n\\n' : '\n\n'
  const end = text.length > firstPart ? text.indexOf(lineBreak, firstPart) : -1
  if (end === -1) return toPlainText(source)
  const beginning = toPlainText({ text: text.slice(0, end), breaks })
  return beginning.length > length && !cutMark.test(beginning) ? beginning : toPlainText(source)
}

/** What is left of a formula or a program that goes on after the part. */
const cutMark = /[\\$`~]/

/**
 * A program or a formula as a word that stands for it, as for Markdown's parser; a program on a line of its own, behind
 * the marks of the quotes and items that it is in.
 */
function toWord(segment: Segment, index: number): string {
  if (segment.kind === 'text') return segment.text.replace(/[\uE000\uE001]/g, '\uFFFD')
  if (segment.kind === 'comment') return ''
  const word = `\uE000${index}\uE001`
  const marks = segment.kind === 'code' ? fence.exec(segment.text)?.[1] : undefined
  return marks === undefined ? word : `\n${marks}${word}\n`
}

const fence = /^((?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*)(?:`{3,}[^`\n]*|~{3,}[^\n]*)\n/

function toShown(segment: Segment | undefined, formulas: NumberedFormulas): string {
  if (segment?.kind !== 'math' && segment?.kind !== 'code') return ''
  if (segment.kind === 'math') {
    const { tex } = segment.formula
    return toFormulaText(formulas.findReference(tex)?.shown ?? tex)
  }
  const { text } = segment
  if (fence.test(text)) return toProgram(text)
  const marks = /^`*/.exec(text)?.[0].length ?? 0
  return text.slice(marks, text.length - marks).trim()
}

function toProgram(text: string): string {
  const lines = text.split('\n').slice(1, -1)
  return (/^[ \t]*>/.test(text) ? lines.map((line) => line.replace(/^(?:[ \t]*>)+/, '')) : lines).join('\n')
}
