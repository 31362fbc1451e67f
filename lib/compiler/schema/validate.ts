import { checkDate } from '../rules/front-matter/date'
import { checkLength } from '../rules/front-matter/field-length'
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
  const { written, known } = getKnown(fieldDefs)
  const unknown = Object.keys(fields)
    .filter((name) => !known.has(name))
    .map((name) => toUnknownFinding(name, parent, known, fields, paths))
  const findings: FieldFinding[] = []
  for (const def of written) {
    const value = fields[def.name]
    const field = `${parent}${def.name}`
    if (value !== undefined && value !== null && value !== '')
      findings.push(...validateValue(value, def, field, schema, paths))
    else if (def.isRequired) {
      const near = unknown.find(({ rename }) => rename === def.name)?.field
      findings.push(toRequiredFinding(field, def, value, near))
    }
  }
  return [...findings, ...unknown]
}

type Known = { written: FieldDef[]; known: ReadonlySet<string> }

/** The fields that a person may write, and their names: the same for all files. */
const knownOf = new WeakMap<readonly FieldDef[], Known>()

function getKnown(fieldDefs: readonly FieldDef[]): Known {
  const before = knownOf.get(fieldDefs)
  if (before) return before
  const written = listWrittenFields(fieldDefs)
  const now = { written, known: new Set(written.map(({ name }) => name)) }
  knownOf.set(fieldDefs, now)
  return now
}

function validateValue(
  value: unknown,
  def: FieldDef,
  field: string,
  schema: SchemaDef,
  paths: FieldPaths,
): FieldFinding[] {
  switch (def.type) {
    case 'string':
      return checkText(value, field)
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
        ? []
        : wrongType(field, value, 'a number without quotes, such as 12')
    case 'boolean':
      return typeof value === 'boolean' ? [] : wrongType(field, value, 'true or false, without quotes')
    case 'date':
      return checkDate(value, field)
    case 'enum':
      return def.options.includes(String(value)) ? [] : wrongType(field, value, `one of ${def.options.join(', ')}`)
    case 'list':
      if (def.of.type !== 'string') throw new Error(`${field}: lists of ${def.of.type} are not supported.`)
      if (!Array.isArray(value)) return wrongType(field, value, 'a list, one item per line, each after “- ”')
      return value.flatMap((item, index) => checkText(item, `${field}.${index}`))
    case 'nested': {
      if (typeof value !== 'object' || Array.isArray(value))
        return wrongType(field, value, 'fields of its own, indented, one per line')
      const nested = getNestedType(schema, def.nestedTypeName)
      return validateFields(value as Record<string, unknown>, nested.fieldDefs, schema, paths, `${field}.`)
    }
    default:
      throw new Error(`${field}: fields of type ${def.type} are not supported.`)
  }
}

const wrongType = (field: string, value: unknown, expected: string) => [toTypeFinding(field, value, expected)]

/** What a YAML escape can write but no store can hold: zero bytes, where SQLite ends a text, and lone surrogates. */
const unstorable = /[\0\p{Cs}]/u

function checkText(value: unknown, field: string): FieldFinding[] {
  if (typeof value === 'string') {
    return unstorable.test(value)
      ? wrongType(field, value, 'text without \\u0000 or half of a surrogate pair')
      : checkLength(value, field)
  }
  return [typeof value === 'object' ? toTypeFinding(field, value, 'text') : toUnquotedFinding(field, value)]
}
