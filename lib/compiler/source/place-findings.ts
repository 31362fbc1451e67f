import { type Finding, toFinding } from '@/lib/core/finding'
import type { FieldFinding } from '../schema/field-finding'
import { type FrontMatter, locateFields } from './front-matter'

/** Places findings at their fields; for an absent field, at the start of its parent or of the front matter. */
export function placeFindings(
  text: string,
  { yaml, yamlStart }: FrontMatter,
  found: readonly FieldFinding[],
): Finding[] {
  if (found.length === 0) return []
  const places = locateFields(yaml)
  return found.map(({ field, rename, rule, message }) => {
    const lastDot = field.lastIndexOf('.')
    const place = places.get(field) ?? places.get(field.slice(0, Math.max(0, lastDot)))
    const at = yamlStart + (place?.key ?? 0)
    const name = field.slice(lastDot + 1)
    const isPlain = rename !== undefined && text.startsWith(`${name}:`, at)
    const fix = isPlain ? [{ start: at, end: at + name.length, text: rename }] : undefined
    return toFinding(rule, { at, message, fix }, text)
  })
}
