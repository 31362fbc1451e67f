import { listFormulas } from '@/lib/answer/scan'
import type { Rule } from '../../rule'

/** A `%` that begins a line with something on it, or one after a space and before a word. */
const comment = /(?<=^[ \t]{0,40})%[^\n]*[^%\s][^\n]*|(?<=\s)%+[ \t]*[A-Za-z]{2,}(?![A-Za-z])/gm

export const rule: Rule = {
  name: 'formula-comment',
  severity: 'warning',
  expects: 'Formulas hold no comments of TeX.',
  why: 'A % is drawn as a percent sign, so that $95%$ reads as it was meant: readers see the comment, too.',
  wrong: '$$\nE = mc^2 % the famous one\n$$',
  right: '$$\nE = mc^2\n$$',

  *findInQuestion({ answer }) {
    for (const formula of listFormulas(answer.segments)) {
      const { tex, source } = formula
      if (!tex.includes('%') || !/\n|\\n/.test(source)) continue
      for (const { index } of tex.matchAll(comment)) {
        const message =
          'A % in a formula is a percent sign, so readers see what follows. Remove this comment, or write the words in \\text{…}.'
        yield { at: answer.toFileInFormula(formula, index), message }
      }
    }
  },
}
