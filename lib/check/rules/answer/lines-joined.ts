import type { Rule } from '../../rule'

/** Fewer lines may be a wrapped sentence. */
const minLines = 3

/** Longer lines are wrapped text. */
const longestLine = 64

/** Editors do not wrap text to fewer columns. */
const narrowest = 40

/** A line of verse, an address or a list without markers begins with a capital letter or a number. */
const beginning = /^[\s\0>]*["“‘'([]?[\p{Lu}\p{N}]/u

export const rule: Rule = {
  name: 'lines-joined',
  severity: 'warning',
  expects: 'Lines that should stay separate are items of a list, or end in <br>.',
  why: 'Otherwise Markdown joins them into one paragraph.',
  wrong: 'The nominees are:\n\nAda Lovelace\nMary Somerville\nCaroline Herschel',
  right: 'The nominees are:\n\n- Ada Lovelace\n- Mary Somerville\n- Caroline Herschel',

  *findInQuestion({ answer }) {
    const broken = new Set(answer.list('break').map(({ position }) => position?.start.line))
    for (const { position } of answer.list('paragraph')) {
      const start = position?.start.offset ?? 0
      const end = position?.end.offset ?? 0
      const text = answer.prose.slice(start, end)
      const run = findRun(text.split('\n'), answer.markdown.slice(start, end).split('\n'))
      if (!run || hasBreak(broken, (position?.start.line ?? 1) + run.from, run.count)) continue
      const message = `These ${run.count} lines run into one paragraph. Begin each with “- ” for a list; for verse or an address, end each with <br>.`
      yield { at: answer.toFile(start + run.at), message }
    }
  },
}

type Run = { from: number; count: number; at: number }

/**
 * The first consecutive lines of a paragraph that are short and begin like separate lines. At least one is so short that
 * an editor that wraps text would have put the next word on it too.
 */
function findRun(lines: readonly string[], written: readonly string[]): Run | undefined {
  const width = Math.max(narrowest, ...lines.map((line) => line.length))
  let from = 0
  let at = 0
  for (const [index, line] of [...lines, ''].entries()) {
    if (isShort(line, written[index])) continue
    const run = lines.slice(from, index)
    const hasRoom = run.some((own, place) => own.length + firstWord(lines[from + place + 1]) < width)
    if (run.length >= minLines && hasRoom) return { from, count: run.length, at }
    at += [...run, line].join('\n').length + 1
    from = index + 1
  }
  return undefined
}

/** Display formulas have lines of their own; other rules report lists and tables. */
const isShort = (line: string, written = '') =>
  line.length <= longestLine &&
  beginning.test(line) &&
  !/[\uE000|]|^\s*(?:[-+*]\s|\(?(?:\p{L}|[IVX]{1,4}|\d{1,2})[.)]\s)/u.test(written)

const firstWord = (line = '') => (/^\s*\S+/.exec(line)?.[0].trim().length ?? Number.POSITIVE_INFINITY) + 1

function hasBreak(broken: ReadonlySet<number | undefined>, line: number, count: number): boolean {
  return Array.from({ length: count }, (_, index) => line + index).some((place) => broken.has(place))
}
