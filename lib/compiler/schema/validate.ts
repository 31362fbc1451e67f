import { checkDate } from '../rules/front-matter/date'
import { toRequiredFinding } from '../rules/front-matter/field-required'
import { toTypeFinding, toUnquotedFinding } from '../rules/front-matter/field-type'
import { toUnknownFinding } from '../rules/front-matter/field-unknown'
import type { FieldFinding } from './field-finding'
import type { FieldPaths } from './field-paths'
import { type FieldDef, getNestedType, listWrittenFields, type SchemaDef } from './schema'

/**
 * Validates the fields of a file against Contentlayer's definition of its document type: required fields, types, and
 * unknown fields. An empty value (`updated:`) is the same as an absent one.
 */
export function validateFields(
  fields: Record<string, unknown>,
  fieldDefs: readonly FieldDef[],
  schema: SchemaDef,
  paths: FieldPaths,
  parent = '',
): FieldFinding[] {
  const written = listWrittenFields(fieldDefs)
  const known = new Set(written.map((def) => def.name))
  const unknown = Object.keys(fields)
    .filter((name) => !known.has(name))
    .map((name) => toUnknownFinding(name, parent, known, fields, paths))
  const nearOf = (name: string) => unknown.find(({ rename }) => rename === name)?.field
  const findings: FieldFinding[] = []
  for (const def of written) {
    const value = fields[def.name]
    const field = `${parent}${def.name}`
    if (value !== undefined && value !== null && value !== '')
      findings.push(...validateValue(value, def, field, schema, paths))
    else if (def.isRequired) findings.push(toRequiredFinding(field, def, value, nearOf(def.name)))
  }
  return [...findings, ...unknown]
}

function validateValue(
  value: unknown,
  def: FieldDef,
  field: string,
  schema: SchemaDef,
  paths: FieldPaths,
): FieldFinding[] {
  const wrong = (expected: string) => [toTypeFinding(field, value, expected)]
  switch (def.type) {
    case 'string':
      return checkText(value, field)
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? [] : wrong('a number without quotes, such as 12')
    case 'boolean':
      return typeof value === 'boolean' ? [] : wrong('true or false, without quotes')
    case 'date':
      return checkDate(value, field)
    case 'enum':
      return def.options.includes(String(value)) ? [] : wrong(`one of ${def.options.join(', ')}`)
    case 'list':
      if (def.of.type !== 'string') throw new Error(`${field}: lists of ${def.of.type} are not supported.`)
      if (!Array.isArray(value)) return wrong('a list, one item a line, each after “- ”')
      return value.flatMap((item, index) => checkText(item, `${field}.${index}`))
    case 'nested': {
      if (typeof value !== 'object' || Array.isArray(value)) return wrong('fields of its own, indented, one a line')
      const nested = getNestedType(schema, def.nestedTypeName)
      return validateFields(value as Record<string, unknown>, nested.fieldDefs, schema, paths, `${field}.`)
    }
    default:
      throw new Error(`${field}: fields of type ${def.type} are not supported.`)
  }
}

function checkText(value: unknown, field: string): FieldFinding[] {
  if (typeof value === 'string') return []
  return [typeof value === 'object' ? toTypeFinding(field, value, 'text') : toUnquotedFinding(field, value)]
}
