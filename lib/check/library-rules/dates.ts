import type { Problem } from '@/lib/core/finding'
import type { Facts } from '../facts'

/** Dates after `today`, which is a day as YYYY-MM-DD. */
export function* checkDates({ date, updated }: Facts, today: string): Generator<Problem> {
  for (const [field, reference] of Object.entries({ date, updated })) {
    if (!reference || reference.text <= today) continue
    const { line, column, text } = reference
    const message = `“${field}” is ${text}, which is in the future. Write the day of publication, at the latest today.`
    yield { line, column, rule: 'date-future', message }
  }
}

/** The present day where it is latest on earth (UTC+14), so that nobody's today is the future. */
export const toToday = (now: Date) => new Date(now.valueOf() + 14 * 3_600_000).toISOString().slice(0, 10)
