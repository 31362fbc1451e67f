import { isCalendarDate } from '@/lib/core/calendar-date'
import type { RuleDefinition } from '@/lib/core/rule'
import type { FieldFinding } from '../../schema/field-finding'

export const rule: RuleDefinition = {
  name: 'date',
  severity: 'error',
  blocks: true,
  expects: 'Dates are days that exist, written YYYY-MM-DD.',
  why: 'Other formats mean different days in different countries, and there was no 2025-02-29.',
  wrong: 'date: 09/03/2026',
  right: 'date: 2026-03-09',
}

export function checkDate(value: unknown, field: string): FieldFinding[] {
  if (typeof value === 'string' && isCalendarDate(value)) return []
  const shown = JSON.stringify(value)
  const message = `“${field}” is ${shown}, which is not a calendar day. Write it as YYYY-MM-DD, such as 2026-03-09.`
  return [{ field, rule, message }]
}
