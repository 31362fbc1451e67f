import {
  type FieldDef,
  getDocumentType,
  getNestedType,
  listWrittenFields,
  type SchemaDef,
} from '@/lib/compiler/schema/schema'

export type JsonSchema = { [keyword: string]: unknown }

/** The format of a day; only the compiler checks that it exists in the calendar. */
const day = '^\\d{4}-\\d{2}-\\d{2}$'

/**
 * A document type of contentlayer.config.ts as JSON Schema (draft 7, which editors support), by the compiler's rules: an
 * empty value is the same as an absent one, and an unknown key is a typo.
 */
export function toJsonSchema(schema: SchemaDef, documentType: string): JsonSchema {
  const type = getDocumentType(schema, documentType)
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Written by “npm run editors” from contentlayer.config.ts.',
    title: documentType,
    ...toObject(type.fieldDefs, schema),
  }
}

function toObject(fieldDefs: readonly FieldDef[], schema: SchemaDef): JsonSchema {
  const written = listWrittenFields(fieldDefs)
  const required = written.filter((def) => def.isRequired).map((def) => def.name)
  return {
    type: 'object',
    properties: Object.fromEntries(written.map((def) => [def.name, toField(def, schema)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  }
}

function toField(def: FieldDef, schema: SchemaDef): JsonSchema {
  const described = def.description ? { description: def.description } : {}
  const value = toValue(def, schema)
  return { ...described, ...(def.isRequired ? value : { anyOf: [value, { enum: [null, ''] }] }) }
}

function toValue(def: FieldDef, schema: SchemaDef): JsonSchema {
  switch (def.type) {
    case 'string':
      return { type: 'string', ...(def.isRequired && { minLength: 1 }) }
    case 'number':
    case 'boolean':
      return { type: def.type }
    case 'date':
      return { type: 'string', format: 'date', pattern: day }
    case 'enum':
      return { type: 'string', enum: def.options }
    case 'list':
      return { type: 'array', items: { type: 'string' } }
    case 'nested':
      return toObject(getNestedType(schema, def.nestedTypeName).fieldDefs, schema)
    default:
      throw new Error(`${def.name}: fields of type ${def.type} are not supported.`)
  }
}
