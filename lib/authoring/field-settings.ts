import {
  type FieldDef,
  getDocumentType,
  getNestedType,
  listWrittenFields,
  type SchemaDef,
} from '@/lib/compiler/schema/schema'
import type { FieldSetting } from './set-field'

/** Fields that cannot be set, and the command that changes them. */
const notSet: Record<string, string> = {
  url: '“npm run rename” gives a question another address.',
  file_name: '“npm run rename” gives a question another address.',
  answer: '“npm run convert” turns an answer into a body.',
}

/** The fields of a question by their paths, such as `seo.title`. */
export function listQuestionFields(schema: SchemaDef): ReadonlyMap<string, FieldDef> {
  const list = (defs: readonly FieldDef[], parent: string): [string, FieldDef][] =>
    listWrittenFields(defs).flatMap((def) => {
      const path = `${parent}${def.name}`
      const parts = def.type === 'nested' ? getNestedType(schema, def.nestedTypeName).fieldDefs : []
      return [[path, def], ...list(parts, `${path}.`)]
    })
  return new Map(list(getDocumentType(schema, 'Question').fieldDefs, ''))
}

/** Parses `author=Ada` by the type of the field; throws a message for the author for what cannot be set. */
export function parseSetting(written: string, fields: ReadonlyMap<string, FieldDef>): FieldSetting {
  const [, field = '', text] = /^([A-Za-z_][\w.]*)=(.*)$/s.exec(written) ?? []
  if (text === undefined) throw new Error(`Expected FIELD=VALUE in --set; found “${written}”.`)
  const def = getSettable(field, fields)
  if (text.trim() === '') throw new Error(`--set ${written}: the value is empty. “--unset ${field}” removes a field.`)
  return { field, value: toValue(def, text, written) }
}

/** The setting that removes a field. */
export function parseUnset(field: string, fields: ReadonlyMap<string, FieldDef>): FieldSetting {
  if (fields.get(field)?.type !== 'list') getSettable(field, fields)
  return { field, value: undefined }
}

function getSettable(field: string, fields: ReadonlyMap<string, FieldDef>): FieldDef {
  const def = fields.get(field)
  if (!def) throw new Error(`There is no field “${field}”: contentlayer.config.ts lists them.`)
  if (Object.hasOwn(notSet, field)) throw new Error(`“${field}” is not set by this command: ${notSet[field]}`)
  if (def.type === 'list' || def.type === 'nested')
    throw new Error(`“${field}” has several values, and this command sets one: name one of its fields.`)
  return def
}

function toValue({ type }: FieldDef, text: string, written: string): string | number | boolean {
  if (type === 'boolean') {
    if (text !== 'true' && text !== 'false') throw new Error(`--set ${written}: expected true or false.`)
    return text === 'true'
  }
  if (type !== 'number') return text
  if (!Number.isFinite(Number(text))) throw new Error(`--set ${written}: expected a number.`)
  return Number(text)
}
