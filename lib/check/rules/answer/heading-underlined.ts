import { toString as toText } from 'mdast-util-to-string'
import type { AnswerText } from '../../question/answer-text'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'heading-underlined',
  severity: 'warning',
  fix: 'writes ## before a heading underlined with ===',
  expects:
    'A heading begins with ##. A line of === or --- below it makes none in the field “answer”, and === below the front matter one of the title’s level.',
  why: 'The library’s older answers have such lines below sums. Readers see the marks, or a line across the page.',
  wrong: 'answer: |\n  The nucleus\n  ===========',
  right: 'answer: |\n  ## The nucleus',

  *findInQuestion({ answer, text }) {
    if (answer.source.breaks === 'real') {
      yield* findTopLevel(answer)
      return
    }
    for (const { title, marks, end } of listUnderlined(answer)) {
      const isDouble = answer.markdown[marks] === '='
      const message = isDouble
        ? 'A line of === below another makes no heading in the field “answer”. Write ## before the heading instead.'
        : 'A line of --- below another makes no heading in the field “answer”, but a line across the page. Write ## before the heading instead, or an empty line between.'
      const start = answer.toFile(title)
      const removed = { start: answer.toFile(marks - 1), end: answer.toFile(end), text: '' }
      const isPlain = isDouble && /^(?:\\n|\s+)=+$/.test(text.slice(removed.start, removed.end))
      const fix = isPlain ? [{ start, end: start, text: '## ' }, removed] : undefined
      yield { at: answer.toFile(marks), message, fix }
    }
  },
}

/**
 * Underlined by `===`, below the front matter, a heading is of the level of the title; and a sentence above `---`, which
 * was meant as a line across the page, is a heading.
 */
function* findTopLevel(answer: AnswerText) {
  for (const heading of answer.list('heading')) {
    const start = heading.position?.start.offset ?? 0
    const marks = /\n[ \t>]*(=+|-+)[ \t]*$/.exec(answer.markdown.slice(start, heading.position?.end.offset))
    // The marks of a merge are another rule’s.
    if (!marks || (marks[1] === '=======' && answer.markdown.includes('<<<<<<<'))) continue
    const at = answer.toFile(start + marks.index + marks[0].search(/[=-]/))
    if (marks[1]?.startsWith('=')) {
      const message =
        'A line of === below another makes a heading of the level of the title. Write ## before the heading instead, as everywhere.'
      yield { at, message }
    } else if (isSentence(toText(heading))) {
      const message =
        'A line of --- right below text makes a heading of it. For a line across the page, write a blank line before it.'
      yield { at, message }
    }
  }
}

/** Whether a heading ends like a sentence, or is longer than any heading. */
const isSentence = (text: string) => /[.;]["”’)]?$/.test(text.trim()) || text.length > 100

/** A line that is a paragraph by itself, but for a line of marks directly below it; offsets in the Markdown. */
function* listUnderlined(answer: AnswerText): Generator<{ title: number; marks: number; end: number }> {
  const { markdown } = answer
  const breaks = new Map(answer.list('thematicBreak').map(({ position }) => [position?.start.offset, position]))
  for (const { position } of answer.list('paragraph')) {
    const title = position?.start.offset ?? 0
    const end = position?.end.offset ?? 0
    const written = markdown.slice(title, end)
    const double = /^[^\n]+\n(={2,})$/.exec(written)?.[1]
    if (double) yield { title, marks: end - double.length, end }
    const below = breaks.get(end + 1)
    const line = markdown.slice(end + 1, below?.end.offset)
    if (below && !written.includes('\n') && /^-+$/.test(line)) {
      yield { title, marks: end + 1, end: end + 1 + line.length }
    }
  }
}
