import { isDeepStrictEqual } from 'node:util'
import { replaceRanges } from '@/lib/compiler/source/edit-text'
import { type FrontMatter, locateFields, parseFrontMatter } from '@/lib/compiler/source/front-matter'
import type { FieldPlace } from '@/lib/compiler/source/scalar-offset'
import { toScalarEdit, toYamlText } from '@/lib/compiler/source/write-yaml'
import { endOfLine } from '@/lib/compiler/source/yaml-lines'
import type { Edit } from '@/lib/core/finding'
import { toScalarPlace } from './field-edits'
import { getField } from './get-field'

/** What a field becomes: a value, or nothing at all. */
export type FieldSetting = { field: string; value: string | number | boolean | undefined }

/**
 * The edits that set a field, in the style that it has, or remove it; empty if nothing changes. Undefined if the YAML is
 * written in a way that cannot be edited without touching anything else.
 */
export function toSettingEdits(text: string, frontMatter: FrontMatter, setting: FieldSetting): Edit[] | undefined {
  const { field, value } = setting
  if (getField(frontMatter.fields, field) === value) return []
  const edits = value === undefined ? listRemoval(frontMatter, field) : listSetting(frontMatter, field, value)
  return edits && isExact(text, frontMatter, edits, setting) ? edits : undefined
}

/** Whether only this field changes, and the text below the front matter does not. */
function isExact(text: string, { fields, body }: FrontMatter, edits: Edit[], { field, value }: FieldSetting): boolean {
  const after = parseFrontMatter(replaceRanges(text, edits))
  if ('rule' in after) return false
  return after.body === body && isDeepStrictEqual(plain(after.fields), plain(withField(fields, field, value)))
}

/** The parsers return objects with different prototypes. */
const plain = (fields: unknown): unknown => JSON.parse(JSON.stringify(fields))

function withField(fields: Record<string, unknown>, field: string, value: FieldSetting['value']) {
  const [name = '', part] = field.split('.')
  if (!part) return { ...fields, [name]: value }
  return { ...fields, [name]: { ...(fields[name] as Record<string, unknown> | undefined), [part]: value } }
}

const toYaml = (value: string | number | boolean) => (isText(value) ? toYamlText(value) : String(value))

/** Days are written without quotes, as numbers are. */
const isText = (value: string | number | boolean): value is string =>
  typeof value === 'string' && !/^\d{4}-\d{2}-\d{2}$/.test(value)

function listSetting({ yaml, yamlStart }: FrontMatter, field: string, value: string | number | boolean) {
  const places = locateFields(yaml)
  const place = places.get(field)
  if (place) return replaceValue({ yaml, yamlStart }, field, place, value)
  const [name = '', part] = field.split('.')
  const parent = part ? places.get(name) : undefined
  if (!part) return insertAt(yamlStart + yaml.length, `${name}: ${toYaml(value)}\n`)
  if (!parent) return insertAt(yamlStart + yaml.length, `${name}:\n  ${part}: ${toYaml(value)}\n`)
  const sibling = [...places].filter(([path]) => path.startsWith(`${name}.`)).at(-1)?.[1]
  if (!sibling) return undefined
  const indent = yaml.slice(yaml.lastIndexOf('\n', sibling.key) + 1, sibling.key)
  return insertAt(yamlStart + endOfField(yaml, sibling), `${indent}${part}: ${toYaml(value)}\n`)
}

const insertAt = (at: number, text: string): Edit[] => [{ start: at, end: at, text }]

function replaceValue(
  { yaml, yamlStart }: Pick<FrontMatter, 'yaml' | 'yamlStart'>,
  field: string,
  place: FieldPlace,
  value: string | number | boolean,
): Edit[] | undefined {
  const { key, value: at, end, style } = place
  const name = field.split('.').at(-1) ?? ''
  // A field without a value.
  if (style === 'none' || at === key) return insertAt(yamlStart + key + name.length + 1, ` ${toYaml(value)}`)
  if (isText(value)) return toScalarEdit(toScalarPlace({ yaml, yamlStart }, place), value)
  if (style === 'block') return undefined
  const quotes = style === 'plain' ? 0 : 1
  return [{ start: yamlStart + at - quotes, end: yamlStart + end + quotes, text: String(value) }]
}

function listRemoval({ yaml, yamlStart }: FrontMatter, field: string): Edit[] | undefined {
  const place = locateFields(yaml).get(field)
  if (!place) return []
  const start = yaml.lastIndexOf('\n', place.key) + 1
  return [{ start: yamlStart + start, end: yamlStart + endOfField(yaml, place), text: '' }]
}

/**
 * Where the lines of a field end: before the next line that is not indented further, and before any blank lines and
 * comments above that.
 */
function endOfField(yaml: string, { key }: FieldPlace): number {
  const indent = key - (yaml.lastIndexOf('\n', key) + 1)
  let end = startOfNextLine(yaml, key)
  for (let at = end; at < yaml.length; at = startOfNextLine(yaml, at)) {
    const line = yaml.slice(at, startOfNextLine(yaml, at))
    if (line.trim() === '') continue
    const isItem = line.trimStart().startsWith('- ') && line.indexOf('-') === indent
    if (line.length - line.trimStart().length <= indent && !isItem) break
    end = startOfNextLine(yaml, at)
  }
  return end
}

const startOfNextLine = (yaml: string, from: number) => Math.min(endOfLine(yaml, from) + 1, yaml.length)
