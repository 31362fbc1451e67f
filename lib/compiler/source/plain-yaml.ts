import type { FieldPlace } from './scalar-offset'

type Fields = Record<string, unknown>
type Scalar = string | number | boolean

/** The place of each field, by its path with dots. */
type Places = Map<string, FieldPlace>

const field = /^( *)([A-Za-z_][A-Za-z0-9_]*):(?: +(.*))?$/
const item = /^( *)- +(.*)$/

/**
 * A scalar that YAML reads verbatim: it begins with a letter or a slash, and has no character with a meaning in YAML.
 */
const plainText = /^[A-Za-z/](?:[^:#\n]|:(?![ \t]|$)|(?<![ \t])#)*(?<![ \t])$/
const number = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/
const day = /^\d{4}-\d{2}-\d{2}$/
/** What YAML's core schema does not read as text. */
const word = /^(?:true|false|null|True|False|Null|TRUE|FALSE|NULL)$/
const quoted = /^"[^"\\\n]*"$/

/**
 * Reads the subset of YAML that nearly all question files use: fields with a plain word, a number or a folded text of
 * one paragraph, nested once, and lists of words and numbers. Returns undefined for anything else, which is left to the
 * full parser: always right, but ten times slower. A test compares the two. Adds the place of each field to `places`.
 */
export function parsePlainYaml(yaml: string, places?: Places): Fields | undefined {
  const lines = yaml.split('\n')
  while (lines.at(-1) === '') lines.pop()
  const starts = places ? toStarts(lines) : []
  const fields: Fields = {}
  let nested: Fields | undefined
  let nestedIndent = 0
  let parent = ''

  for (let at = 0; at < lines.length; ) {
    const match = field.exec(lines[at] as string)
    if (!match) return undefined
    const indent = (match[1] as string).length
    const name = match[2] as string
    const value = match[3]
    if (indent === 0) nested = undefined
    else if (!nested) return undefined
    else if (nestedIndent === 0) nestedIndent = indent
    if (nested && indent !== nestedIndent) return undefined
    const target = nested ?? fields
    if (Object.hasOwn(target, name) || name === '__proto__') return undefined
    const key = startOf(starts, at) + indent
    const path = nested ? `${parent}.${name}` : name
    at += 1

    if (value === undefined) {
      // A field without a value on its line: items or nested fields follow, or it is a case for the full parser.
      if (nested) return undefined
      const list = readList(lines, at)
      if (list) {
        fields[name] = list.items
        places?.set(name, toGroup(key, startOf(starts, at) + list.indent))
        for (const [index, length] of places ? list.lengths.entries() : []) {
          const place = toLinePlace(lines, starts, at + index, length)
          places?.set(`${name}.${index}`, { ...place, key: place.value })
        }
        at = list.next
      } else {
        if (!/^ +[A-Za-z_]/.test(lines[at] ?? '')) return undefined
        nested = {}
        nestedIndent = 0
        parent = name
        fields[name] = nested
        places?.set(name, toGroup(key, startOf(starts, at) + (lines[at] as string).search(/\S/)))
      }
    } else if (value === '>-') {
      const folded = readFolded(lines, at, indent)
      if (!folded) return undefined
      target[name] = folded.text
      const end = folded.next < lines.length ? startOf(starts, folded.next) : yaml.length
      places?.set(path, { key, value: startOf(starts, at), end, indent: folded.indent, style: 'block' })
      at = folded.next
    } else {
      const scalar = readScalar(value)
      if (scalar === undefined) return undefined
      target[name] = scalar
      places?.set(path, { ...toLinePlace(lines, starts, at - 1, value.length), key })
    }
  }
  return fields
}

/** Where each line starts. */
function toStarts(lines: readonly string[]): number[] {
  let start = 0
  return lines.map((line) => {
    const own = start
    start += line.length + 1
    return own
  })
}

const startOf = (starts: readonly number[], line: number) => starts[line] ?? 0

/** The place of a list, or of nested fields, that starts at an offset. */
const toGroup = (key: number, start: number): FieldPlace => ({
  key,
  value: start,
  end: start,
  indent: -1,
  style: 'none',
})

/** The place of a scalar of this length at the end of a line, without its quotation marks. */
function toLinePlace(lines: readonly string[], starts: readonly number[], line: number, length: number) {
  const end = startOf(starts, line) + (lines[line] as string).length
  const isQuoted = (lines[line] as string).at(-length) === '"'
  const marks = isQuoted ? 1 : 0
  return {
    value: end - length + marks,
    end: end - marks,
    indent: -1,
    style: isQuoted ? ('double' as const) : ('plain' as const),
  }
}

type Folded = { text: string; indent: number; next: number }

/** Items with the length of each as written, and the indentation of their hyphens. */
type List = { items: Scalar[]; lengths: number[]; indent: number; next: number }

/**
 * A folded text of one paragraph: its lines joined by spaces. Lines indented further keep their breaks, so they are
 * left to the full parser.
 */
function readFolded(lines: string[], from: number, parent: number): Folded | undefined {
  const indent = /^ */.exec(lines[from] ?? '')?.[0].length ?? 0
  if (indent <= parent) return undefined
  let next = from
  const parts: string[] = []
  for (; next < lines.length; next += 1) {
    const line = lines[next] as string
    const spaces = /^ */.exec(line)?.[0].length ?? 0
    if (spaces <= parent && line !== '') break
    if (spaces !== indent || line.length === indent || /[ \t]$/.test(line) || line[indent] === '\t') return undefined
    parts.push(line.slice(indent))
  }
  return { text: parts.length === 1 ? (parts[0] as string) : parts.join(' '), indent, next }
}

/** Items, one per line. One with other indentation ends the list, and since it is not a field, the fast path too. */
function readList(lines: string[], from: number): List | undefined {
  const items: Scalar[] = []
  const lengths: number[] = []
  let indent: string | undefined
  let next = from
  for (; next < lines.length; next += 1) {
    const match = item.exec(lines[next] as string)
    indent ??= match?.[1]
    if (!match || match[1] !== indent) break
    const scalar = readScalar(match[2] as string)
    if (scalar === undefined) return undefined
    items.push(scalar)
    lengths.push((match[2] as string).length)
  }
  return items.length > 0 ? { items, lengths, indent: indent?.length ?? 0, next } : undefined
}

function readScalar(value: string): Scalar | undefined {
  if (number.test(value)) return Number(value)
  if (value === 'true') return true
  if (value === 'false') return false
  if (day.test(value)) return value
  if (quoted.test(value)) return value.slice(1, -1)
  return isPlainText(value) ? value : undefined
}

const isPlainText = (value: string) => plainText.test(value) && !word.test(value)
