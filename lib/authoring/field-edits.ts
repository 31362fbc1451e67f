import { type FrontMatter, locateFields } from '@/lib/compiler/source/front-matter'
import type { FieldPlace } from '@/lib/compiler/source/scalar-offset'
import { toScalarEdit, toYamlText } from '@/lib/compiler/source/write-yaml'
import type { Edit } from '@/lib/core/finding'

/** Replaces a field's text with another of one line, in the same style: plain, quoted or block. */
export function toFieldEdit(frontMatter: FrontMatter, field: string, text: string): Edit[] {
  const place = locateFields(frontMatter.yaml).get(field)
  return (place && toScalarEdit(toScalarPlace(frontMatter, place), text)) ?? []
}

/** Where the text of a field is in its file. */
export function toScalarPlace(
  { yaml, yamlStart }: Pick<FrontMatter, 'yaml' | 'yamlStart'>,
  { value, end, style }: FieldPlace,
) {
  const written = yaml.slice(value, end)
  // The lines of a block include the space around them.
  const present = style === 'block' ? written.trim() : written
  const start = yamlStart + value + written.indexOf(present)
  return { start, end: start + present.length, style }
}

/** Adds an item to a list of words such as addresses, in the style of the list; a new list comes after the field `after`. */
export function toListEdit({ yaml, yamlStart, fields }: FrontMatter, field: string, text: string, after: string): Edit {
  const item = toYamlText(text)
  const places = locateFields(yaml)
  const insert = (at: number, written: string) => ({ start: yamlStart + at, end: yamlStart + at, text: written })
  const list = places.get(field)
  if (!list) {
    const previous = places.get(after)
    const lineEnd = previous && previous.style !== 'block' ? yaml.indexOf('\n', previous.end) : -1
    return insert(lineEnd === -1 ? yaml.length : lineEnd + 1, `${field}:\n  - ${item}\n`)
  }
  const items = Array.isArray(fields[field]) ? fields[field].length : 0
  const last = places.get(`${field}.${items - 1}`)
  if (yaml[list.value] === '[') {
    if (!last) return insert(list.value + 1, item)
    const closed = last.style === 'single' || last.style === 'double' ? last.end + 1 : last.end
    return insert(closed, `, ${item}`)
  }
  if (!last) return insert(list.key + field.length + 1, `\n  - ${item}`)
  const lineStart = yaml.lastIndexOf('\n', last.value) + 1
  const dash = yaml.slice(lineStart, yaml.indexOf('-', lineStart) + 1)
  const lineEnd = yaml.indexOf('\n', last.end)
  return insert(lineEnd === -1 ? yaml.length : lineEnd, `\n${dash} ${item}`)
}
