import { isDisplay } from '@/lib/answer/formula/environments'
import { listFormulas } from '@/lib/answer/scan'
import type { Rule } from '../../rule'

const label = /\\label\s*\{([^{}]*)\}/g

export const rule: Rule = {
  name: 'formula-label',
  severity: 'error',
  expects: 'Each \\label names one formula on a line of its own.',
  why: 'References show the number of the formula with their label: a formula within a line has none.',
  wrong: '$$a = b \\label{eq:law}$$\n\n$$c = d \\label{eq:law}$$',
  right: '$$a = b \\label{eq:law}$$\n\n$$c = d \\label{eq:rule}$$',

  *findInQuestion({ answer }) {
    const seen = new Set<string>()
    for (const formula of listFormulas(answer.segments)) {
      for (const { index, 1: name = '' } of formula.tex.matchAll(label)) {
        const at = answer.toFileInFormula(formula, index)
        const isTaken = seen.has(name.trim())
        seen.add(name.trim())
        if (isTaken)
          yield { at, message: `Another formula already has \\label{${name}}. Give this one a label of its own.` }
        else if (!formula.display && !isDisplay(formula.tex)) {
          yield {
            at,
            message: 'A formula within a line has no number. Put it between $$ and $$, or remove the \\label.',
          }
        }
      }
    }
  },
}
