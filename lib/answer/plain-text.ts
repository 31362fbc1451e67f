import type { AnswerSource } from '@/lib/core/answer-source'
import { NumberedFormulas } from './formula/numbered-formulas'
import { type Block, readBlocks } from './plain/blocks'
import { toFormulaText } from './plain/formula-text'
import { toInlineText } from './plain/inline'
import { listFormulas, scanAnswer } from './scan'
import type { Segment } from './segment'

/** How much of an answer's source is read for its beginning: marks, addresses and comments may make up most of it. */
const firstPart = 600

/**
 * What a reader of an answer sees, as text on one line: no marks, addresses or comments; formulas as people would type
 * them, programs as they are. For search and excerpts. Built from the scanner's segments: a tree costs twenty times as
 * much.
 */
export function toPlainText(source: AnswerSource): string {
  return listPlainBlocks(source)
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim()
}

/** Like `toPlainText`, with a dot between table cells and after a heading without final punctuation. */
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

/** Like `toPlainText`, block by block. */
export function listPlainBlocks({ text, breaks }: AnswerSource): Block[] {
  const segments = scanAnswer({ text, breaks })
  const { blocks, labels } = readBlocks(segments.map(toWord).join(''))
  const formulas = new NumberedFormulas(listFormulas(segments))
  const show = (_: string, index: string) => toShown(segments[Number(index)], formulas)
  return blocks.map(({ text: written, kind }) => {
    const plain = kind === 'code' ? written : toInlineText(written, { labels })
    const text = plain.replace(/\uE000(\d+)\uE001/g, show)
    // In a table cell bars are escaped, even in code.
    return { text: kind === 'cell' ? text.replace(/\\\|/g, '|') : text, kind }
  })
}

/** The beginning of `toPlainText`, at least `length` characters if the answer has them. */
export function toPlainBeginning(source: AnswerSource, length: number): string {
  const { text, breaks } = source
  const lineBreak = breaks === 'literal' ? '\\n\\n' : '\n\n'
  const end = text.length > firstPart ? text.indexOf(lineBreak, firstPart) : -1
  if (end === -1) return toPlainText(source)
  const beginning = toPlainText({ text: text.slice(0, end), breaks })
  return beginning.length > length && !cutMark.test(beginning) ? beginning : toPlainText(source)
}

/** Left over from a formula or a program that was cut off. */
const cutMark = /[\\$`~]/

/**
 * A segment as text, with a placeholder for a program or a formula. The placeholder of a fenced program is on a line of
 * its own, after the markers of its quotes and items.
 */
function toWord(segment: Segment, index: number): string {
  if (segment.kind === 'text') return segment.text.replace(/[\uE000\uE001]/g, '\uFFFD')
  if (segment.kind === 'comment') return ''
  const placeholder = `\uE000${index}\uE001`
  const marks = segment.kind === 'code' ? fence.exec(segment.text)?.[1] : undefined
  return marks === undefined ? placeholder : `\n${marks}${placeholder}\n`
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
