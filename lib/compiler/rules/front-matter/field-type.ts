import type { RuleDefinition } from '@/lib/core/rule'
import type { FieldFinding } from '../../schema/field-finding'

export const rule: RuleDefinition = {
  name: 'field-type',
  severity: 'error',
  blocks: true,
  fix: 'puts a text in quotes that YAML reads as a number or as true or false',
  expects: 'A field holds what it is meant to: text, a number, true or false, a list, one of given words.',
  why: 'The site would show something else than what was meant.',
  wrong: 'title: 1984\nno_index: "yes"',
  right: 'title: "1984"\nno_index: true',
}

/** What is wrong with a value; `expected` ends the sentence. */
export function toTypeFinding(field: string, value: unknown, expected: string): FieldFinding {
  const shown = JSON.stringify(value)
  const found = shown.length > 60 ? `${shown.slice(0, 60)}…` : shown
  return { field, rule, message: `“${field}” is ${found}; expected ${expected}.` }
}

/** What is wrong with a text that YAML reads as a number or a truth value, since it has no quotes. */
export function toUnquotedFinding(field: string, value: unknown): FieldFinding {
  const toQuoted = (written: string) => `“${field}” is ${written}; expected text; put it in quotes: "${written}".`
  return { field, rule, message: toQuoted(String(value)), toQuoted }
}
