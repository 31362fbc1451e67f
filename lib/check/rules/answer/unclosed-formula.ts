import type { Rule } from '../../rule'

/**
 * What can only start a formula: a bracket that closes, too, is text, and a single dollar sign starts one only before a
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
  why: 'Otherwise readers see its source. A dollar sign before an amount of money is no formula.',
  wrong: 'The energy is $E = mc^2.',
  right: 'The energy is $E = mc^2$.',

  *findInQuestion({ answer }) {
    for (const [begins, end] of openings) {
      for (const { index, 0: found } of answer.prose.matchAll(begins)) {
        // An environment that ends is not for formulas: bare-tex says what to write.
        if (found.startsWith('\\begin') && answer.markdown.includes(found.replace('begin', 'end'), index)) continue
        const message = `A formula begins here with ${found} and does not end. Write ${end} after it.`
        yield { at: answer.toFile(index), message }
      }
    }
  },
}
