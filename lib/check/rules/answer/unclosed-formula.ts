import type { AnswerText } from '../../question/answer-text'
import { isCutOff } from '../../question/cut-off'
import type { Rule } from '../../rule'

/**
 * What can only start a formula: a bracket that is closed is text, and a single dollar sign starts one only before a
 * variable or command followed by TeX.
 */
const openings: [begins: RegExp, expected: string][] = [
  [/(?<![$\\])\$\$(?![$)]|\s*[|,]|[.;:!?](?:\s|$)|\s+(?:is|are|holds|means|gives|stands|in|for|and|or)\b)/g, '$$'],
  [/(?<!\\)\\\((?![^\n]{0,200}\\\))(?=[^\n]*[\\^_=])/g, '\\)'],
  [/(?<!\\)\\\[(?![^\n]{0,200}\\\])(?=\s*(?:$|[^\n\]]*[\\^_=]))/gm, '\\]'],
  [/\\begin\{[a-z*]+\}/g, '\\end{…}'],
  [/(?<![$\\\w])\$(?=\\[A-Za-z]|[A-Za-z][^$\n]{0,60}?(?:\\[A-Za-z]{2}|\^|_\{))/g, '$'],
]

/** A dollar sign before a variable or command, and a relation at the end. */
const beginsFormula = /(?<![$\\\w])\$[A-Za-z\\][^$\n]{0,60}[=<>] ?$/

export const rule: Rule = {
  name: 'unclosed-formula',
  severity: 'error',
  expects: 'A formula that begins ($, $$, \\(, \\[, \\begin) also ends.',
  why: 'Otherwise readers see its source. A dollar sign before an amount of money does not begin one.',
  wrong: 'The energy is $E = mc^2.',
  right: 'The energy is $E = mc^2$.',

  *findInQuestion({ answer }) {
    const torn = findTorn(answer)
    for (const [at, sum] of torn) {
      yield {
        at,
        message: `The dollar sign before ${sum} ends the formula that begins here. Write \\$${sum} in a formula.`,
      }
    }
    for (const [begins, end] of openings) {
      for (const { index, 0: found } of answer.prose.matchAll(begins)) {
        if (torn.has(answer.toFile(index))) continue
        // In a table, the cell ends here.
        if (found === '$$' && /^[ \t]*\|/.test(answer.markdown.slice(index + 2, index + 40))) continue
        // An environment that is closed is not for formulas: bare-tex says what to write.
        if (found.startsWith('\\begin') && answer.markdown.includes(found.replace('begin', 'end'), index)) continue
        yield { at: answer.toFile(index), message: toMessage(answer, index, found, end) }
      }
    }
  },
}

/** The places in the file where formulas begin that the dollar sign of an amount has torn (`$C = $500$`), and the amounts. */
function findTorn({ segments, toFileFromSource }: AnswerText): Map<number, string> {
  const torn = new Map<number, string>()
  for (const [index, segment] of segments.entries()) {
    const before = segments[index - 1]
    if (segment.kind !== 'math' || before?.kind !== 'text' || !/^\d[\d.,]*$/.test(segment.formula.tex)) continue
    const [begun] = beginsFormula.exec(before.text.slice(-80)) ?? []
    if (begun) torn.set(toFileFromSource(segment.formula.offset - begun.length), segment.formula.tex)
  }
  return torn
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
  const code = found.startsWith('$') ? ' If it is not a formula but a program, put it in code.' : ''
  return `A formula begins here with ${found} and does not end. Write ${end} after it.${code}`
}
