import { findSigns } from '@/lib/answer/formula/signs'
import { listFormulas } from '@/lib/answer/scan'
import type { Rule } from '../../rule'

/** A `%` that begins a line with something on it, or one after a space and before a word. */
const comment = /(?<=^[ \t]{0,40})%[^\n]*[^%\s][^\n]*|(?<=\s)%+[ \t]*[A-Za-z]{2,}(?![A-Za-z])[^\n]*/gm

export const rule: Rule = {
  name: 'formula-percent',
  severity: 'warning',
  fix: 'writes \\% for a percent sign',
  expects: 'In formulas a percent sign is written \\%, and there are no TeX comments.',
  why: 'The site shows every % as a percent sign, and so shows comments too; other programs drop the rest of the line.',
  wrong: 'The interval holds it in $95%$ of samples.',
  right: 'The interval holds it in $95\\%$ of samples.',

  *findInQuestion({ answer, text }) {
    for (const formula of listFormulas(answer.segments)) {
      const { tex, source } = formula
      if (!tex.includes('%')) continue
      const comments = /\n|\\n/.test(source) ? Array.from(tex.matchAll(comment)) : []
      for (const { index } of comments) {
        const message =
          'A % in a formula is a percent sign, so readers see this comment. Remove it, or write it in \\text{…}.'
        yield { at: answer.toFileInFormula(formula, index), message }
      }
      for (const sign of findSigns(tex)) {
        const isSign = tex[sign.start] === '%' && sign.text !== ''
        if (!isSign || comments.some(({ index, 0: { length } }) => index <= sign.start && sign.start < index + length))
          continue
        const start = answer.toFileInFormula(formula, sign.start)
        const fix = text[start] === '%' ? [{ start, end: start + 1, text: '\\%' }] : undefined
        yield { at: start, message: 'In TeX a % begins a comment. Write \\% for the sign.', fix }
      }
    }
  },
}
