import { toString as toText } from 'mdast-util-to-string'
import type { AnswerText } from '../../question/answer-text'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'heading-underlined',
  severity: 'warning',
  fix: 'writes ## before a heading underlined with ===',
  expects:
    'A heading begins with ##. In the field “answer”, a line of === or --- below a line does not make a heading; below the front matter, === makes one of the same level as the title.',
  why: 'The field’s older answers have such lines below sums, so they do not count as headings: readers see the marks, or a line across the page.',
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
        ? 'In the field “answer”, a line of === does not make the line above it a heading. Write ## before the heading instead.'
        : 'In the field “answer”, a line of --- does not make the line above it a heading, but is a line across the page. Write ## before the heading instead, or put an empty line between the two.'
      const start = answer.toFile(title)
      const removed = { start: answer.toFile(marks - 1), end: answer.toFile(end), text: '' }
      const isPlain = isDouble && /^(?:\\n|\s+)=+$/.test(text.slice(removed.start, removed.end))
      const fix = isPlain ? [{ start, end: start, text: '## ' }, removed] : undefined
      yield { at: answer.toFile(marks), message, fix }
    }
  },
}

/**
 * Below the front matter, a heading underlined with `===` has the same level as the title, and a `---` that was meant as a
 * horizontal rule makes the sentence above it a heading.
 */
function* findTopLevel(answer: AnswerText) {
  for (const heading of answer.list('heading')) {
    const start = heading.position?.start.offset ?? 0
    const marks = /\n[ \t>]*(=+|-+)[ \t]*$/.exec(answer.markdown.slice(start, heading.position?.end.offset))
    // The markers of a merge conflict are reported by another rule.
    if (!marks || (marks[1] === '=======' && answer.markdown.includes('<<<<<<<'))) continue
    const at = answer.toFile(start + marks.index + marks[0].search(/[=-]/))
    if (marks[1]?.startsWith('=')) {
      const message =
        'A line of === makes the line above it a heading of the same level as the title. Write ## before the heading instead.'
      yield { at, message }
    } else if (isSentence(toText(heading))) {
      const message =
        'A line of --- right below text makes that text a heading. For a horizontal rule, leave a blank line before it.'
      yield { at, message }
    }
  }
}

/** Whether a heading ends like a sentence, has more than one line (as front matter in an example), or is longer than any. */
const isSentence = (text: string) => /[.;]["”’)]?$/.test(text.trim()) || text.includes('\n') || text.length > 100

/** A line that is a paragraph by itself, except for a line of marks directly below it; offsets in the Markdown. */
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
