import type { Match } from '@/lib/core/finding'
import type { FieldPaths } from '../schema/field-paths'
import { endOfLine, endOfValue } from './yaml-lines'

/** A line that YAML cannot read as intended: an offset in the YAML, and what to write. */
export type BrokenLine = Match & { at: number }

const named = /^( *)(?:[A-Za-z_][\w-]*|"[^"\n]*"|'[^'\n]*')[ ]*:(?:[ \t]+(.*))?$/
const item = /^( *)-(?:[ \t]+(.*))?$/
const noSpace = /^( *)([A-Za-z_][\w-]*):(?=\S|[^\S \t])([^\S \t]*)/
const otherSign = /^( *)([A-Za-z_][\w-]*)([ \t\u00a0]*(?:[=：﹕꞉]|=>|:=)[ \t\u00a0]*)/
const blockValue = /^[|>][-+\d]*[ \t]*(?:#.*)?$/

/** The lines that make front matter invalid, and what is wrong with each; reads each line once. */
export function findBrokenLines(yaml: string, paths: FieldPaths): BrokenLine[] {
  const found: BrokenLine[] = []
  let above: { name: string; hasValue: boolean } | undefined
  for (let at = 0; at < yaml.length; ) {
    const end = endOfLine(yaml, at)
    const line = yaml.slice(at, end)
    const field = named.exec(line)
    const entry = field ?? item.exec(line)
    const broken = line.trim() === '' || /^\s*#/.test(line) ? undefined : readLine(line, paths, above)
    if (broken) found.push(toBroken(broken, at))
    const value = entry?.[2] ?? ''
    if (field?.[1] === '') above = { name: line.slice(0, line.indexOf(':')), hasValue: value !== '' }
    if (entry && blockValue.test(value)) {
      at = endOfValue(yaml, end, entry[1]?.length ?? 0) + 1
      continue
    }
    if (entry && !broken) {
      const start = end - value.length
      const open = readOpenValue(yaml.slice(start, endOfValue(yaml, end, entry[1]?.length ?? 0)).trimEnd())
      if (open) found.push(toBroken(open, start))
    }
    at = end + 1
  }
  return found
}

const toBroken = ({ at, message, fix }: BrokenLine, offset: number): BrokenLine => ({
  at: at + offset,
  message,
  fix: fix?.map((edit) => ({ ...edit, start: edit.start + offset, end: edit.end + offset })),
})

/** What is wrong with a line; `above` is the field at the top that it follows. */
function readLine(
  line: string,
  paths: FieldPaths,
  above: { name: string; hasValue: boolean } | undefined,
): BrokenLine | undefined {
  const tabs = /^([ \t]*\t[ \t]*)/.exec(line)?.[1]
  if (tabs !== undefined) {
    const fix = [{ start: 0, end: tabs.length, text: tabs.replaceAll('\t', '  ') }]
    const message = 'There is a tab before this text, but YAML allows only spaces. Write two spaces instead.'
    return { at: 0, message, fix }
  }
  const glued = noSpace.exec(line)
  if (glued && paths.has(glued[2] as string)) {
    const at = glued[0].length - (glued[3]?.length ?? 0)
    const message = `There must be a space between “${glued[2]}:” and its value. Write one here.`
    return { at, message, fix: [{ start: at, end: glued[0].length, text: ' ' }] }
  }
  const other = otherSign.exec(line)
  if (other && paths.has(other[2] as string)) {
    const start = other[0].length - (other[3]?.length ?? 0)
    const message = `“${other[2]}” must be followed by a colon and a space. Write “${other[2]}: …”.`
    return { at: start, message, fix: [{ start, end: other[0].length, text: ': ' }] }
  }
  const indented = /^( +)([A-Za-z_][\w-]*):(?:\s|$)/.exec(line)
  if (indented && above?.hasValue && paths.has(indented[2] as string)) {
    return readIndented(indented[1] as string, indented[2] as string, above.name, paths)
  }
  if (/^[^\s#\-"'{[]/.test(line) && !named.test(line) && !line.includes(': ')) {
    const message = `This line is not a field, such as “title: What is …?”. Write the name of its field before it, indent it if it continues the line above, or move it below the second “---”.`
    return { at: 0, message }
  }
  return undefined
}

function readIndented(indent: string, name: string, above: string, paths: FieldPaths): BrokenLine {
  const path = paths.get(name) ?? name
  const [parent = '', below] = path.split('.')
  const begins = `“${name}” is indented, so YAML reads it as part of “${above}”.`
  if (below !== undefined) {
    const message = `${begins} Write “${parent}:” on a line of its own above it.`
    return { at: indent.length, message, fix: [{ start: 0, end: 0, text: `${parent}:\n` }] }
  }
  const fix = [{ start: 0, end: indent.length, text: '' }]
  return { at: indent.length, message: `${begins} Remove the spaces before it.`, fix }
}

/** A value that opens a quotation or a list without closing it; `value` includes the lines indented further below it. */
function readOpenValue(value: string): BrokenLine | undefined {
  const open = value[0] ?? ''
  if (open === '"' || open === "'") {
    const body = open === '"' ? /^"(?:[^"\\]|\\[\s\S])*/ : /^'(?:[^']|'')*/
    if ((body.exec(value)?.[0].length ?? 0) < value.length) return undefined
    const other = open === '"' ? /['”]$/.exec(value) : /["’]$/.exec(value)
    const start = value.length - (other?.[0].length ?? 0)
    const fix = value.includes('\n') || /\s#/.test(value) ? undefined : [{ start, end: value.length, text: open }]
    return { at: 0, message: `The ${open} that opens here is not closed. Write ${open} at the end.`, fix }
  }
  const close = { '[': ']', '{': '}' }[open]
  if (close === undefined || value.includes(close)) return undefined
  const fix =
    value.includes('\n') || /\s#|["']/.test(value)
      ? undefined
      : [{ start: value.length, end: value.length, text: close }]
  return { at: 0, message: `The ${open} that opens here is not closed. Write ${close} at the end.`, fix }
}
