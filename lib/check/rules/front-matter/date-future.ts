import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'date-future',
  severity: 'error',
  expects: 'Dates are not in the future.',
  why: 'The page shows the date immediately, and search engines distrust pages from the future.',
  wrong: 'date: 2099-01-01',
  right: 'date: 2026-03-09',

  *findInLibrary({ facts: { date, updated } }, { today }) {
    for (const [field, reference] of Object.entries({ date, updated })) {
      if (!reference || reference.text <= today) continue
      const message = `“${field}” is ${reference.text}, which is in the future. Write the day of publication, today at the latest.`
      yield { at: reference, message }
    }
  },
}
