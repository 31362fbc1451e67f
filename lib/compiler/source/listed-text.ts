import { FAILSAFE_SCHEMA, load } from 'js-yaml'
import { endOfLine } from './yaml-lines'

/** A list where text is expected: its offsets, from after the colon, and the text that was meant, if that is certain. */
export type ListedText = { start: number; end: number; text: string | undefined }

/**
 * What a field holds: one text, or for `list` a text in each item. Keywords and names are lists in other programs, so a
 * bracket begins a list there; any other text may begin with a bracket.
 */
export type TextKind = 'text' | 'list' | 'keywords' | 'name'

/** The list that a field has instead of text; `end` is where its name and colon end, `region` where its value does. */
export function findListedText(
  yaml: string,
  { end, region, indent, kind }: { end: number; region: number; indent: number; kind: TextKind },
): ListedText | undefined {
  const value = yaml.slice(end, region).trim()
  const isFlow = kind !== 'text' && /^(?:\[[\s\S]*\]|\{[\s\S]*\})(?:[ \t]+#.*)?$/.test(value)
  const blockEnd = isFlow ? region : findBlockEnd(yaml, end, indent)
  if (blockEnd === undefined) return undefined
  const text = kind === 'keywords' ? join(yaml.slice(end, blockEnd)) : undefined
  return { start: end, end: blockEnd, text }
}

/** Where a list on lines of its own ends; its items may be indented as little as its field. */
function findBlockEnd(yaml: string, from: number, indent: number): number | undefined {
  const firstEnd = endOfLine(yaml, from)
  if (!/^[ \t]*(?:#.*)?$/.test(yaml.slice(from, firstEnd))) return undefined
  let found: number | undefined
  for (let at = firstEnd + 1; at < yaml.length; ) {
    const next = endOfLine(yaml, at)
    const line = yaml.slice(at, next)
    const spaces = line.length - line.trimStart().length
    if (line.trim() !== '') {
      const isItem = spaces >= indent && /^ *-(?:[ \t]|$)/.test(line)
      if (!isItem && (found === undefined || spaces <= indent)) break
      found = next
    }
    at = next + 1
  }
  return found
}

/** The items of a list as one text; undefined if an item is not plain text, or there is a comma or a comment. */
function join(written: string): string | undefined {
  if (/(?:^|\s)#/.test(written)) return undefined
  try {
    const items = load(written, { schema: FAILSAFE_SCHEMA })
    if (!Array.isArray(items)) return undefined
    const isSure = items.every((item) => typeof item === 'string' && item.trim() !== '' && !/[,\n]/.test(item))
    return isSure ? items.map((item: string) => item.trim()).join(', ') : undefined
  } catch {
    return undefined
  }
}
