import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'date-order',
  severity: 'warning',
  expects: 'A question is not updated before it was published.',
  why: 'One of the two dates is wrong.',
  wrong: 'date: 2026-03-09\nupdated: 2025-03-09',
  right: 'date: 2025-03-09\nupdated: 2026-03-09',

  *findInQuestion(file) {
    const { date, updated } = file.fields
    if (typeof date !== 'string' || typeof updated !== 'string' || updated >= date) return
    const message = `“updated” is ${updated}, before “date”, which is ${date}. Correct the one that is wrong.`
    yield { at: file.startOf('updated'), message }
  },
}
