import type { RuleDefinition } from '@/lib/core/rule'
import type { FieldFinding } from '../../schema/field-finding'
import type { FieldDef } from '../../schema/schema'

export const rule: RuleDefinition = {
  name: 'field-required',
  severity: 'error',
  blocks: true,
  expects: 'Every question has the required fields: title and date.',
  why: 'A page without a title cannot be found, and one without a date cannot be sorted.',
  wrong: '---\ntitle: What is heat?\n---',
  right: '---\ntitle: What is heat?\ndate: 2026-03-09\n---',
}

/** What is wrong with a missing field; `near` is the misspelled field that was probably meant. */
export function toRequiredFinding(field: string, def: FieldDef, value: unknown, near?: string): FieldFinding {
  if (near !== undefined) return { field, rule, message: `“${field}” is missing: write it instead of “${near}”.` }
  const what = def.description ? ` (${def.description})` : ''
  const hint =
    value === null ? ' YAML reads null and ~ as an empty value: put the word in quotes if you mean the word.' : ''
  return { field, rule, message: `“${field}” is missing${what}. Add the line “${def.name}: …”.${hint}` }
}
