/** Where a field is in its YAML: the offsets of its key and of its value, and how a scalar is written. */
export type FieldPlace = { key: number; value: number; end: number; indent: number; style: ScalarStyle }

export type ScalarStyle = 'plain' | 'single' | 'double' | 'block' | 'none'

/**
 * The offset in the YAML of the character at `offset` of a field's text. Follows how YAML folds lines, removes
 * indentation and decodes escapes (https://yaml.org/spec/1.2.2/#chapter-7-flow-style-productions).
 */
export function toYamlOffset(yaml: string, place: FieldPlace, text: string, offset: number): number {
  const { indent, style, end } = place
  let at = style === 'block' ? skipIndent(yaml, place.value, indent) : place.value
  let done = 0
  while (done < offset && at < end) {
    const lines = style === 'block' ? countBlockBreaks(yaml, at, indent) : countFlowBreaks(yaml, at)
    if (lines.breaks > 0) {
      const written = countLineFeeds(text, done, lines.breaks)
      done += Math.max(1, written)
      if (done > offset) return at
      at = lines.next
    } else if (style === 'block') {
      const lineEnd = yaml.indexOf('\n', at)
      const length = Math.min((lineEnd === -1 ? end : lineEnd) - at, offset - done)
      at += length
      done += length
    } else if (style === 'double' && yaml.startsWith('\\\n', at)) {
      at = skipSpaces(yaml, at + 2)
    } else {
      const char = toCharacter(yaml, at, style)
      at += char.length
      done += char.units
    }
  }
  return at
}

/** How many characters one unit of the text takes in the YAML: more than one where it is escaped. */
function toCharacter(yaml: string, at: number, style: ScalarStyle): { length: number; units: number } {
  if (style === 'single' && yaml.startsWith("''", at)) return { length: 2, units: 1 }
  if (style !== 'double' || yaml[at] !== '\\') return { length: 1, units: 1 }
  const digits = { x: 2, u: 4, U: 8 }[yaml[at + 1] ?? ''] ?? 0
  const beyondBasicPlane = digits === 8 && Number.parseInt(yaml.slice(at + 2, at + 10), 16) > 0xffff
  return { length: 2 + digits, units: beyondBasicPlane ? 2 : 1 }
}

/** The line breaks from `at` on, blank lines included, and where the text continues. */
function countBlockBreaks(yaml: string, at: number, indent: number): { breaks: number; next: number } {
  let breaks = 0
  let next = at
  while (yaml[next] === '\n') {
    breaks += 1
    next = skipIndent(yaml, next + 1, indent)
  }
  return { breaks, next }
}

const flowBreak = /[ \t]*(\n[ \t]*)+/y

function countFlowBreaks(yaml: string, at: number): { breaks: number; next: number } {
  flowBreak.lastIndex = at
  const found = flowBreak.exec(yaml)?.[0] ?? ''
  return { breaks: found.split('\n').length - 1, next: at + found.length }
}

function skipIndent(yaml: string, from: number, indent: number): number {
  let at = from
  while (at < from + indent && yaml[at] === ' ') at += 1
  return at
}

function skipSpaces(yaml: string, from: number): number {
  let at = from
  while (yaml[at] === ' ' || yaml[at] === '\t') at += 1
  return at
}

/** How many line breaks remain in the text: none if a line is folded into the next by a space. */
function countLineFeeds(text: string, from: number, max: number): number {
  let count = 0
  while (count < max && text[from + count] === '\n') count += 1
  return count
}
