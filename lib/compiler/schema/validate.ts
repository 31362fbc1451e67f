import { distance } from 'fastest-levenshtein'
import type { Rule } from '@/lib/core/rules/registry'
import { type FieldDef, getNestedType, listWrittenFields, type SchemaDef } from './schema'

/**
 * What is wrong with one field; `field` is its path with dots (`seo.title`), and need not be in the file. `rename` is the
 * name that can only have been meant.
 */
export type FieldProblem = { field: string; rule: Rule; message: string; rename?: string }

/**
 * Holds the fields of a file against Contentlayer's definition of its document type: what is required, of which
 * type, and known at all. An empty value (`updated:`) is the same as an absent one.
 */
export function validateFields(
  fields: Record<string, unknown>,
  fieldDefs: readonly FieldDef[],
  schema: SchemaDef,
  parent = '',
): FieldProblem[] {
  const written = listWrittenFields(fieldDefs)
  const problems: FieldProblem[] = []
  for (const def of written) {
    const value = fields[def.name]
    const field = `${parent}${def.name}`
    if (value !== undefined && value !== null && value !== '')
      problems.push(...validateValue(value, def, field, schema))
    else if (def.isRequired) problems.push(toRequiredProblem(field, def))
  }
  const known = new Set(written.map((def) => def.name))
  for (const name of Object.keys(fields)) {
    if (!known.has(name)) problems.push(toUnknownProblem(name, parent, known, fields))
  }
  return problems
}

function validateValue(value: unknown, def: FieldDef, field: string, schema: SchemaDef): FieldProblem[] {
  const wrong = (expected: string) => [toTypeProblem(field, value, expected)]
  switch (def.type) {
    case 'string':
      return typeof value === 'string' ? [] : wrong(textHint(value))
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? [] : wrong('a number without quotes, such as 12')
    case 'boolean':
      return typeof value === 'boolean' ? [] : wrong('true or false, without quotes')
    case 'date':
      return validateDate(value, field)
    case 'enum':
      return def.options.includes(String(value)) ? [] : wrong(`one of ${def.options.join(', ')}`)
    case 'list':
      if (def.of.type !== 'string') throw new Error(`${field}: lists of ${def.of.type} are not supported.`)
      if (!Array.isArray(value)) return wrong('a list, one item a line, each after “- ”')
      return value.flatMap((item, index) =>
        typeof item === 'string' ? [] : [toTypeProblem(`${field}.${index}`, item, textHint(item))],
      )
    case 'nested': {
      if (typeof value !== 'object' || Array.isArray(value)) return wrong('fields of its own, indented, one a line')
      const nested = getNestedType(schema, def.nestedTypeName)
      return validateFields(value as Record<string, unknown>, nested.fieldDefs, schema, `${field}.`)
    }
    default:
      throw new Error(`${field}: fields of type ${def.type} are not supported.`)
  }
}

const textHint = (value: unknown) => (typeof value === 'object' ? 'text' : `text; put it in quotes: "${String(value)}"`)

function validateDate(value: unknown, field: string): FieldProblem[] {
  if (typeof value === 'string' && isCalendarDate(value)) return []
  const shown = JSON.stringify(value)
  const message = `“${field}” is ${shown}, which is no day of the calendar. Write it as YYYY-MM-DD, such as 2026-03-09.`
  return [{ field, rule: 'date', message }]
}

/** Whether a text is `YYYY-MM-DD` and that day exists: 2025-02-29 does not, and 0026 is 2026 with a slip. */
export function isCalendarDate(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text)
}

function toRequiredProblem(field: string, def: FieldDef): FieldProblem {
  const what = def.description ? ` (${def.description})` : ''
  const message = `“${field}” is missing${what}. Add the line “${def.name}: …”.`
  return { field, rule: 'field-required', message }
}

function toTypeProblem(field: string, value: unknown, expected: string): FieldProblem {
  const shown = JSON.stringify(value)
  const found = shown.length > 60 ? `${shown.slice(0, 60)}…` : shown
  return { field, rule: 'field-type', message: `“${field}” is ${found}; expected ${expected}.` }
}

function toUnknownProblem(name: string, parent: string, known: ReadonlySet<string>, fields: object): FieldProblem {
  const near = [...known]
    .map((candidate) => ({ candidate, far: distance(candidate, name.toLowerCase()) }))
    .filter(({ far }) => far <= 2)
    .sort((a, b) => a.far - b.far)
  const nearest = near[0]?.candidate
  const hint = nearest ? `Did you mean “${nearest}”?` : 'It is kept in the file and shown nowhere.'
  const message = `“${parent}${name}” is not a field of the library. ${hint}`
  const certain = nearest !== undefined && near.length === 1 && !Object.hasOwn(fields, nearest)
  return { field: `${parent}${name}`, rule: 'field-unknown', message, ...(certain && { rename: nearest }) }
}
