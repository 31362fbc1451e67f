import type { Nodes } from 'mdast'
import { IndentedCode } from '@/lib/answer/indented-code'
import type { AnswerText } from '../../question/answer-text'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'code-indented',
  severity: 'warning',
  expects: 'A program is between fences (```) that name its language; a formula is not a program.',
  why: 'Four spaces make no program in the field “answer”; below the front matter they make one without colours, and show a formula as its source.',
  wrong: 'answer: |\n  Run this:\n\n      make all',
  right: 'answer: |\n  Run this:\n\n  ```bash\n  make all\n  ```',

  *findInQuestion({ answer }) {
    if (answer.source.breaks === 'real') yield* findIndented(answer)
    else yield* findPrograms(answer)
  },
}

/** The first of each group of lines in the field that are indented like a program. */
function* findPrograms(answer: AnswerText) {
  const programs = answer.list('code').map(({ position }) => ({
    start: position?.start.line ?? 0,
    end: position?.end.line ?? 0,
  }))
  const reader = new IndentedCode()
  let start = 0
  let wasCode = false
  for (const [index, line] of answer.markdown.split('\n').entries()) {
    const isFenced = programs.some((program) => index + 1 >= program.start && index + 1 <= program.end)
    const isCode = !isFenced && reader.findCode(line) !== undefined && !onlyFormula.test(line)
    if (isCode && !wasCode) {
      const message =
        'These lines are indented like a program, but that does not make one in the field “answer”. Write ``` and the language on a line before them, and ``` on one after them.'
      yield { at: answer.toFile(start + line.search(/\S/)), message }
    }
    if (line.trim() !== '') wasCode = isCode
    start += line.length + 1
  }
}

const onlyFormula = /^[\s>]*\uE000\d+\uE001[.,;:]?\s*$/

/** Indented programs: they have no language, and one that contains only a formula is not meant as a program. */
function* findIndented(answer: AnswerText) {
  for (const program of answer.list('code')) {
    const source = answer.markdown.slice(program.position?.start.offset, program.position?.end.offset)
    if (/^[`~]{3}/.test(source)) continue
    if (!/^(?:\$\$[^$]+\$\$|\\\[[\s\S]+\\\])\s*$/.test(program.value.trim())) {
      yield { at: answer.toFile(startOfLine(answer, program)), message: noLanguage }
      continue
    }
    const message =
      'This formula is indented by four spaces, which makes it a program: readers see its source. Indent it less.'
    yield { at: answer.toFile((program.position?.start.offset ?? 0) + source.search(/\S/)), message }
  }
}

const noLanguage =
  'An indented program has no language, so no colours. Write ``` and the language on a line before it, and ``` on one after it.'

const startOfLine = ({ markdown }: AnswerText, { position }: Nodes) =>
  markdown.lastIndexOf('\n', (position?.start.offset ?? 0) - 1) + 1
