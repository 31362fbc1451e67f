import type { DocumentTypeDef, FieldDef, NestedTypeDef, SchemaDef } from 'contentlayer2/core'

export type { DocumentTypeDef, FieldDef, SchemaDef }

/** The definition of one document type, such as `Question`. */
export function getDocumentType(schema: SchemaDef, name: string): DocumentTypeDef {
  const type = schema.documentTypeDefMap[name]
  if (!type) throw new Error(`contentlayer.config.ts defines no document type “${name}”.`)
  return type
}

export function getNestedType(schema: SchemaDef, name: string): NestedTypeDef {
  const type = schema.nestedTypeDefMap[name]
  if (!type) throw new Error(`contentlayer.config.ts defines no nested type “${name}”.`)
  return type
}

/** The fields that a person may write: Contentlayer's own `body` is below the front matter, not in it. */
export const listWrittenFields = (fields: readonly FieldDef[]) => fields.filter((field) => !field.isSystemField)
