import type { TextKind } from '../source/listed-text'
import type { TextFields } from '../source/unquoted-texts'
import { type DocumentTypeDef, type FieldDef, getNestedType, listWrittenFields, type SchemaDef } from './schema'

/** Fields that hold a word or an address, without spaces: what looks like a comment after one is a comment. */
const words = new Set(['_schema', 'date_format', 'file_name', 'url', 'canonical', 'aliases', 'check_off'])

/** Text fields that are lists in other programs (Hugo, Jekyll, Obsidian). */
const listsElsewhere: Record<string, TextKind> = { page_keywords: 'keywords', author: 'name', reviewed_by: 'name' }

/** The fields of a document type that hold sentences and names. */
export function listTextFields(schema: SchemaDef, { fieldDefs }: DocumentTypeDef): TextFields {
  const toEntries = (defs: readonly FieldDef[], parent: string): [string, TextKind][] =>
    listWrittenFields(defs).flatMap((def) => {
      const path = `${parent}${def.name}`
      if (words.has(def.name)) return []
      if (def.type === 'string') return [[path, listsElsewhere[def.name] ?? 'text']]
      if (def.type === 'list' && def.of.type === 'string') return [[path, 'list']]
      return def.type === 'nested' ? toEntries(getNestedType(schema, def.nestedTypeName).fieldDefs, `${path}.`) : []
    })
  return new Map(toEntries(fieldDefs, ''))
}
