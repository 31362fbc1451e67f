import { listFormulas } from '@/lib/answer/scan'
import type { AnswerText } from '../../question/answer-text'
import type { Rule } from '../../rule'

/** Fewer lines may be a wrapped sentence. */
const minLines = 3

/** Longer lines are wrapped text. */
const longestLine = 64

/** Editors do not wrap text to fewer columns. */
const narrowest = 40

/**
 * A line of verse, an address, a dialogue or a list without markers begins with a capital letter or a number, or with a
 * letter of a script without capitals.
 */
const beginning = /^[\s\0>]*["“‘'([«„「—–¿¡]?\s?[\p{Lu}\p{Lo}\p{N}¿¡]/u
/** A step of a calculation: `x = 3`, or a formula without words. */
const step = /^[\s\0>]*\p{L}\w{0,2}(?:\(\w\))? ?[=≈<>≤≥]|^[\s\0>]*(?:=|[=≈⇒→∴] ?\S)|^[ \t>]*\0+[.,;]?$/u
/** A line of a drawing, such as a tree of folders. */
const drawing = /^[\s\0>]*[─-╿]/

export const rule: Rule = {
  name: 'lines-joined',
  severity: 'warning',
  expects: 'Lines that should stay separate are items of a list, or end in <br>.',
  why: 'Otherwise Markdown joins them into one paragraph.',
  wrong: 'The nominees are:\n\nAda Lovelace\nMary Somerville\nCaroline Herschel',
  right: 'The nominees are:\n\n- Ada Lovelace\n- Mary Somerville\n- Caroline Herschel',

  *findInQuestion({ answer }) {
    const broken = new Set(answer.list('break').map(({ position }) => position?.start.line))
    const all = listLines(answer)
    for (const { position } of answer.list('paragraph')) {
      const lines = all.slice((position?.start.line ?? 1) - 1, position?.end.line)
      const run = findRun(lines.map((line, index) => (index === 0 ? cutBefore(line, position?.start.offset) : line)))
      const [first] = run
      if (!first || run.some(({ number }) => broken.has(number))) continue
      const remedy = run.every(({ prose }) => drawing.test(prose))
        ? 'Put the drawing between two lines of ```.'
        : 'Begin each with “- ” for a list; for verse or an address, end each with <br>.'
      yield { at: answer.toFile(first.at), message: `These ${run.length} lines run into one paragraph. ${remedy}` }
    }
  },
}

/** A line as Markdown, with its offset there, and as running text; `length` is that of its source. */
type Line = { number: number; at: number; written: string; prose: string; length: number; hasDisplay: boolean }

/** The lines of an answer, each formula counted with its source. */
function listLines({ markdown, prose, segments }: AnswerText): Line[] {
  const formulas = listFormulas(segments).values()
  let next = 0
  return markdown.split('\n').map((written, index) => {
    const own = Array.from(written.matchAll(/\uE000\d+\uE001/g), () => formulas.next().value)
    const at = next
    next += written.length + 1
    const length = own.reduce((sum, formula) => sum + (formula?.source.length ?? 0), written.length)
    const hasDisplay = own.some((formula) => formula?.display)
    return { number: index + 1, at, written, prose: prose.slice(at, at + written.length), length, hasDisplay }
  })
}

/** A line without the marker of its item or quote. */
function cutBefore(line: Line, at = line.at): Line {
  const cut = at - line.at
  return { ...line, at, written: line.written.slice(cut), prose: line.prose.slice(cut), length: line.length - cut }
}

/**
 * The first consecutive lines of a paragraph that are short and begin like separate lines. At least one is so short that
 * an editor that wraps text would have put the next word on it too.
 */
function findRun(lines: readonly Line[]): Line[] {
  const width = Math.max(narrowest, ...lines.map(({ length }) => length))
  let from = 0
  for (let index = 0; index <= lines.length; index += 1) {
    const line = lines[index]
    if (line && isSeparate(line)) continue
    const run = lines.slice(from, index)
    const hasRoom = run.some((own, place) => own.length + firstWord(lines[from + place + 1]) < width)
    if (run.length >= minLines && hasRoom) return run
    from = index + 1
  }
  return []
}

/** Display formulas have lines of their own; other rules report lists and tables. */
const isSeparate = ({ prose, written, length, hasDisplay }: Line) =>
  length <= longestLine &&
  !hasDisplay &&
  (beginning.test(prose) || step.test(prose) || drawing.test(prose)) &&
  !/\||^\s*(?:[-+*]\s|\(?(?:\p{L}|[IVX]{1,4}|\d{1,2})[.)]\s)/u.test(written)

const firstWord = (line: Line | undefined) =>
  (/^\s*\S+/.exec(line?.prose ?? '')?.[0].trim().length ?? Number.POSITIVE_INFINITY) + 1
