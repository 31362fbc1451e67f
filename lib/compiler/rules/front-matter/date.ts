import { isCalendarDate } from '@/lib/core/calendar-date'
import type { RuleDefinition } from '@/lib/core/rule'
import type { FieldFinding } from '../../schema/field-finding'

export const rule: RuleDefinition = {
  name: 'date',
  severity: 'error',
  blocks: true,
  expects: 'Dates are days of the calendar, written YYYY-MM-DD.',
  why: 'Other forms are read differently in different countries, and 2025-02-29 never was.',
  wrong: 'date: 09/03/2026',
  right: 'date: 2026-03-09',
}

export function checkDate(value: unknown, field: string): FieldFinding[] {
  if (typeof value === 'string' && isCalendarDate(value)) return []
  const shown = JSON.stringify(value)
  const message = `“${field}” is ${shown}, which is no day of the calendar. Write it as YYYY-MM-DD, such as 2026-03-09.`
  return [{ field, rule, message }]
}
