import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'answer-nesting',
  severity: 'error',
  expects: 'Lists, quotes and marks are nested less than a hundred levels deep.',
  why: 'A deeper answer is shown as its source. Nobody writes one on purpose.',
  wrong: '> > > > > > (… a hundred times)',
  right: '> A quote, and in it\n> > another.',

  *findInQuestion({ answer }) {
    if (!answer.isTooDeep) return
    const message =
      'Lists, quotes or marks are nested a hundred levels deep, so readers see their source. Remove some levels.'
    yield { at: answer.toFile(answer.markdown.search(/\S/)), message }
  },
}
