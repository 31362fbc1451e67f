import type { Match } from '@/lib/core/finding'
import type { AnswerText } from '../../question/answer-text'
import { type FieldLine, listFieldLines } from '../../question/field-lines'
import type { QuestionFile } from '../../question/question-file'
import type { Rule } from '../../rule'
import { listLiteralBreaks } from '../../text/literal-breaks'

export const rule: Rule = {
  name: 'literal-break',
  severity: 'error',
  fix: 'turns it into a line break, if it can be nothing else; in a folded “answer”, turns a blank line into \\n\\n',
  expects:
    'Line breaks below the front matter are real, not the two characters \\n; in the field “answer” all are of the same kind. A \\n that the text is about is in code.',
  why: 'Only in the field “answer” do they mean a line break; in the body readers see them.',
  wrong: 'First paragraph.\\n\\nSecond paragraph.',
  right: 'First paragraph.\n\nSecond paragraph.',

  *findInQuestion(file) {
    const { answer } = file
    if (answer.source.breaks === 'literal') return
    const lines = answer.source.breaks === 'real-in-field' ? listFieldLines(file) : []
    if (lines !== undefined && lines.length > 0) yield* findLines(answer, lines)
    else yield* findBreaks(file)
  },
}

/** The lines of a folded field, where the answer is written with old line breaks. */
function* findLines(answer: AnswerText, lines: readonly FieldLine[]): Generator<Match> {
  const breaks = listLiteralBreaks(answer)
  if (breaks.every(({ reading }) => reading === 'mention')) return
  // A path or a command that begins like a break would become one.
  const isSure = breaks.every(({ reading }) => reading !== 'mention')
  for (const { at, isBlank, edit } of lines) {
    const what = isBlank ? 'This blank line gives' : 'This line, indented further than the others, gives'
    const message = `${what} the answer real line breaks, so every \\n in it is shown as it is. Write ${isBlank ? '\\n\\n' : '\\n'} for it, on the line before.`
    yield { at, message, fix: isSure ? [edit] : undefined }
  }
}

/** The old line breaks of an answer that does not decode them. */
function* findBreaks(file: QuestionFile): Generator<Match> {
  const { answer, text, frontMatter } = file
  for (const { index, found, reading } of listLiteralBreaks(answer)) {
    if (reading === 'mention') continue
    const start = answer.toFile(index)
    const isFixable = reading === 'break' && text.startsWith(found, start)
    const remedy = `Write a line break${reading === 'break' ? '' : `, or put them in code if you mean the characters: \`${found}\``}.`
    const toFix = (lineBreak: string) => [
      { start, end: start + found.length, text: found.replaceAll('\\n', lineBreak) },
    ]
    if (start >= frontMatter.bodyStart) {
      const message = `The two characters \\n are shown as they are: only the field “answer” decodes them. ${remedy}`
      yield { at: start, message, fix: isFixable ? toFix('\n') : undefined }
    } else {
      const place = file.getPlace('answer')
      const message = `The two characters \\n are shown as they are, because this answer also has real line breaks. ${remedy}`
      const isBlock = place?.style === 'block'
      yield { at: start, message, fix: isBlock && isFixable ? toFix(`\n${' '.repeat(place.indent)}`) : undefined }
    }
  }
}
