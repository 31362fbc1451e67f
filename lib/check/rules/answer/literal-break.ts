import { isCommandInText } from '@/lib/answer/tex-commands'
import type { Match } from '@/lib/core/finding'
import type { AnswerText } from '../../question/answer-text'
import { type FieldLine, listFieldLines } from '../../question/field-lines'
import type { QuestionFile } from '../../question/question-file'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'literal-break',
  severity: 'error',
  fix: 'makes it a line break; in a folded “answer”, makes a blank line the two characters twice',
  expects:
    'Line breaks below the front matter are real, not the two characters \\n; in the field “answer” all are of one kind.',
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
  const breaks = listBreaks(answer)
  if (breaks.length === 0) return
  // A path or a command that begins like a break would become one.
  const isSure = breaks.length === (answer.prose.match(/(?<!\\)(?:\\n)+/g)?.length ?? 0)
  for (const { at, isBlank, edit } of lines) {
    const what = isBlank ? 'This blank line gives' : 'This line, indented further than the others, gives'
    const message = `${what} the answer lines of its own, so that every \\n in it is shown as it is. Write ${isBlank ? '\\n\\n' : '\\n'} for it, on the line before.`
    yield { at, message, fix: isSure ? [edit] : undefined }
  }
}

/** The old line breaks of an answer that does not decode them. */
function* findBreaks(file: QuestionFile): Generator<Match> {
  const { answer, text, frontMatter } = file
  for (const { index, found } of listBreaks(answer)) {
    const start = answer.toFile(index)
    const isThere = text.startsWith(found, start)
    const toFix = (lineBreak: string) => [
      { start, end: start + found.length, text: found.replaceAll('\\n', lineBreak) },
    ]
    if (start >= frontMatter.bodyStart) {
      const message =
        'The two characters \\n are shown as they are: only the field “answer” decodes them. Make a line break.'
      yield { at: start, message, fix: isThere ? toFix('\n') : undefined }
    } else {
      const place = file.getPlace('answer')
      const message =
        'The two characters \\n are shown as they are, since this answer has lines of its own. Make a line break.'
      const isBlock = place?.style === 'block'
      yield { at: start, message, fix: isBlock && isThere ? toFix(`\n${' '.repeat(place.indent)}`) : undefined }
    }
  }
}

function listBreaks({ prose }: AnswerText): { index: number; found: string }[] {
  return [...prose.matchAll(/(?<!\\)(?:\\n)+/g)].flatMap(({ index, 0: found }) => {
    const wordBefore = /\S*$/.exec(prose.slice(Math.max(0, index - 200), index))?.[0] ?? ''
    // A Windows path (C:\new), or a TeX command without delimiters.
    if (/^[A-Za-z]:|\\/.test(wordBefore) || isCommandInText(prose, index + found.length - 2)) return []
    return [{ index, found }]
  })
}
