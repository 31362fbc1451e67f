import { hasOperandAfter, hasOperandBefore } from '@/lib/answer/plain/emphasis-runs'
import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'lost-star',
  severity: 'warning',
  fix: 'puts a backslash before each star',
  expects: 'A star between two numbers or letters is written \\*, or in a formula.',
  why: 'Two of them make the text between them italic or bold, and readers see no star: 2*3*4 is shown as 234.',
  wrong: 'A box of 2*3*4 dice.',
  right: 'A box of 2\\*3\\*4 dice.',

  *findInQuestion(file) {
    const { answer } = file
    const { markdown } = answer
    if (!markdown.includes('*')) return
    for (const { type, position } of [...answer.list('emphasis'), ...answer.list('strong')]) {
      const start = position?.start.offset ?? 0
      const end = position?.end.offset ?? 0
      if (markdown[start] !== '*' || !hasOperandBefore(markdown, start) || !hasOperandAfter(markdown, end)) continue
      const stars = type === 'strong' ? '**' : '*'
      const escaped = stars.replaceAll('*', '\\*')
      yield {
        at: answer.toFile(start),
        message: `Readers do not see ${stars} here: it makes the text between italic or bold. Write ${escaped}, or a formula.`,
        fix: toAllEdits([start, end - stars.length].map((at) => toPlainEdit(file, at, at + stars.length, escaped))),
      }
    }
  },
}
