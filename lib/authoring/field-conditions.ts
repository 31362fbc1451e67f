import { toQuestionKey } from '@/lib/compiler/source/read-question'
import { getField } from './get-field'

/** A condition on the fields of a file. */
export type FieldCondition = (file: string, fields: Record<string, unknown>) => boolean

const form = /^([A-Za-z_][\w.]*)(!?=)(.*)$/s

/**
 * Parses a condition, `author=Ada` or `author!=Ada`; `author=` means that the field is absent or empty. A list matches
 * if one of its items does; `subject` also matches the folder. Throws a message for the author for anything else.
 */
export function parseCondition(written: string, isField: (field: string) => boolean): FieldCondition {
  const [, field = '', sign, wanted = ''] = form.exec(written) ?? []
  if (!sign) throw new Error(`Expected FIELD=VALUE or FIELD!=VALUE in --where; found “${written}”.`)
  if (!isField(field)) throw new Error(`--where ${written}: there is no field “${field}” (contentlayer.config.ts).`)
  return (file, fields) => {
    const values = toTexts(getField(fields, field))
    const isFolder = field === 'subject' && wanted !== '' && toQuestionKey(file).subject === wanted
    const holds = isFolder || (wanted === '' ? values.every((text) => text === '') : values.includes(wanted))
    return holds === (sign === '=')
  }
}

function toTexts(value: unknown): string[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value.map(String) : [String(value)]
}
