import { type DocumentTypeDef, type FieldDef, getNestedType, listWrittenFields, type SchemaDef } from './schema'

/** The dotted path of each field of a document type, by its name; names that several fields share are left out. */
export type FieldPaths = ReadonlyMap<string, string>

/** Names that other programs use for some fields. */
const otherNames: Record<string, string> = {
  description: 'page_description',
  meta_description: 'page_description',
  summary: 'page_description',
  excerpt: 'page_description',
  keywords: 'page_keywords',
  tags: 'page_keywords',
  category: 'subject',
  categories: 'subject',
  published: 'date',
  created: 'date',
  modified: 'updated',
  lastmod: 'updated',
  authors: 'author',
  reviewer: 'reviewed_by',
  references: 'sources',
}

const listed = new WeakMap<DocumentTypeDef, FieldPaths>()

export function listFieldPaths(schema: SchemaDef, type: DocumentTypeDef): FieldPaths {
  const known = listed.get(type) ?? readFieldPaths(schema, type)
  listed.set(type, known)
  return known
}

function readFieldPaths(schema: SchemaDef, { fieldDefs }: DocumentTypeDef): FieldPaths {
  const paths = new Map<string, string>()
  const shared = new Set<string>()
  const add = (defs: readonly FieldDef[], parent: string) => {
    for (const def of listWrittenFields(defs)) {
      if (paths.has(def.name)) shared.add(def.name)
      else paths.set(def.name, `${parent}${def.name}`)
      if (def.type === 'nested') add(getNestedType(schema, def.nestedTypeName).fieldDefs, `${parent}${def.name}.`)
    }
  }
  add(fieldDefs, '')
  // A top-level field wins over nested ones of the same name.
  for (const name of shared) if (paths.get(name)?.includes('.')) paths.delete(name)
  for (const [other, name] of Object.entries(otherNames)) {
    const path = paths.get(name)
    if (path !== undefined && !paths.has(other)) paths.set(other, path)
  }
  return paths
}
