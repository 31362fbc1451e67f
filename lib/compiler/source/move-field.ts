import type { Edit } from '@/lib/core/finding'
import type { FieldPlace } from './scalar-offset'
import { endOfLine, endOfValue } from './yaml-lines'

/**
 * The edits to a YAML text that move a top-level field below another one, which is added if it is missing; undefined if
 * either is not written on lines of its own.
 */
export function moveBelow(
  yaml: string,
  places: ReadonlyMap<string, FieldPlace>,
  field: string,
  parent: string,
): Edit[] | undefined {
  const key = places.get(field)?.key
  if (key === undefined || (key > 0 && yaml[key - 1] !== '\n') || !yaml.startsWith(`${field}:`, key)) return undefined
  const end = endOfValue(yaml, endOfLine(yaml, key), 0)
  const lines = yaml.slice(key, end).split('\n')
  const indented = (by: string) => lines.map((line) => (line.trim() === '' ? line : `${by}${line}`)).join('\n')
  if (!places.has(parent)) return [{ start: key, end, text: `${parent}:\n${indented('  ')}` }]
  const last = [...places].findLast(([path]) => path.startsWith(`${parent}.`))?.[1].key
  const lineStart = last === undefined ? -1 : yaml.lastIndexOf('\n', last - 1) + 1
  const indent = last === undefined ? '' : yaml.slice(lineStart, last)
  if (last === undefined || !/^ +$/.test(indent)) return undefined
  const at = endOfValue(yaml, endOfLine(yaml, last), indent.length)
  return [
    { start: at, end: at, text: `\n${indented(indent)}` },
    { start: key, end: Math.min(end + 1, yaml.length), text: '' },
  ]
}
