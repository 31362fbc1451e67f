import type { AnswerText } from '../../question/answer-text'
import { isCutOff } from '../../question/cut-off'
import type { Rule } from '../../rule'

/**
 * What can only start a formula: a bracket that is closed is text, and a single dollar sign starts one only before a
 * variable or command followed by TeX.
 */
const openings: [begins: RegExp, expected: string][] = [
  [/(?<![$\\])\$\$(?![$)]|\s*[|,])/g, '$$'],
  [/(?<!\\)\\\((?![^\n]{0,200}\\\))(?=[^\n]*[\\^_=])/g, '\\)'],
  [/(?<!\\)\\\[(?![^\n]{0,200}\\\])(?=\s*(?:$|[^\n\]]*[\\^_=]))/gm, '\\]'],
  [/\\begin\{[a-z*]+\}/g, '\\end{…}'],
  [/(?<![$\\\w])\$(?=\\[A-Za-z]|[A-Za-z][^$\n]{0,60}?(?:\\[A-Za-z]{2}|\^|_\{))/g, '$'],
]

export const rule: Rule = {
  name: 'unclosed-formula',
  severity: 'error',
  expects: 'A formula that begins ($, $$, \\(, \\[, \\begin) also ends.',
  why: 'Otherwise readers see its source. A dollar sign before an amount of money does not begin one.',
  wrong: 'The energy is $E = mc^2.',
  right: 'The energy is $E = mc^2$.',

  *findInQuestion({ answer }) {
    for (const [begins, end] of openings) {
      for (const { index, 0: found } of answer.prose.matchAll(begins)) {
        // An environment that is closed is not for formulas: bare-tex says what to write.
        if (found.startsWith('\\begin') && answer.markdown.includes(found.replace('begin', 'end'), index)) continue
        yield { at: answer.toFile(index), message: toMessage(answer, index, found, end) }
      }
    }
  },
}

function toMessage(answer: AnswerText, index: number, found: string, end: string): string {
  const [paragraph = ''] = answer.markdown.slice(index + found.length).split(/\n[ \t]*\n/, 1)
  const close = found.startsWith('$') ? paragraph.indexOf(found) : -1
  if (close !== -1) {
    const next = paragraph[close + found.length] ?? ''
    const remedy = /\d/.test(next)
      ? `Put a space between the ${found} that ends it and the digit after it.`
      : `Write \\text{…} around its words, and no space next to the ${found} within it.`
    return `The text between ${found} and ${found} here is not read as a formula, so readers see its source. ${remedy}`
  }
  if (isCutOff(answer, index))
    return `The answer is cut off in the formula that begins here with ${found}, or the formula does not end. Write the rest, and ${end} after it.`
  return `A formula begins here with ${found} and does not end. Write ${end} after it.`
}
