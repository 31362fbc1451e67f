import { shorten } from '@/lib/core/excerpt'
import type { Match } from '@/lib/core/finding'

/** What is wrong with a line that should begin or end front matter: its offset in the text, and what to write. */
export type FenceFault = Match & { at: number }

/** What people write instead of three hyphens: too many or too few, dashes from an editor's autocorrect, spaces before. */
const nearFence = /^[ \t]*(?:[-–—−]+|\.\.\.|\*{3,}|={3,}|_{3,})[ \t]*$/
/** The same for the closing line, where a single hyphen is a list item and an indented line is text. */
const closingLine = /^(?:[-–—−]{2,}|—|\.\.\.|\*{3,}|={3,}|_{3,}|[ \t]+---)[ \t]*$/
/** Lines that front matter can have: fields, items, continuation lines, comments. */
const yamlLine = /^(?:[ \t].*|-[ \t].*|#.*|[A-Za-z_][\w-]*:(?:[ \t].*)?|)$/
const fieldLine = /^[A-Za-z_][\w-]*:(?:[ \t]|$)/m
const fence = /^---[ \t]*$/m
const threeHyphens = 'Write three hyphens alone on the line: “---”.'

/** Why a text does not begin with front matter. */
export function findOpeningFault(text: string): FenceFault {
  const start = text.search(/\S/)
  if (start === -1)
    return { at: 0, message: 'The file does not begin with front matter. Write “---” on the first line.' }
  const line = lineAt(text, start)
  if (/^---[ \t]*$/.test(line)) {
    const [what, where] = text.slice(0, start).includes('\n') ? ['empty lines', 'above'] : ['spaces', 'before']
    const message = `Front matter begins on the first line, with “---” alone. Remove the ${what} ${where} “---”.`
    return { at: 0, message, fix: [{ start: 0, end: start, text: '' }] }
  }
  if (nearFence.test(line)) return toNearFault(text, start, line.trim(), isYamlAfter(text, start + line.length))
  if (/^\+\+\+[ \t]*$/.test(line)) {
    return { at: start, message: `This is TOML. ${rewrite('title = "…"')}` }
  }
  if (/^[{[]/.test(line) && /^[{[]\s*(?:"|$)/.test(text.slice(start, start + 200))) {
    return { at: start, message: `This is JSON. ${rewrite('"title": "…"')}` }
  }
  if (/^(?:`{3,}|~{3,})/.test(line) && /^[^\n]*\n\s*---[ \t]*\n/.test(text.slice(start))) {
    return { at: start, message: 'The whole file is in a code fence. Remove this line, and the one that closes it.' }
  }
  if (/^---\S|^---[ \t]+\S/.test(line))
    return { at: start, message: `“${shorten(line, 40)}” does not begin front matter. ${threeHyphens}` }
  if (fieldLine.test(line)) {
    const message = 'Front matter begins with a line “---”. Write it above the first field.'
    const isSure = isYamlAfter(text, start + line.length)
    return { at: start, message, ...(isSure && { fix: [{ start: 0, end: start, text: '---\n' }] }) }
  }
  const open = fence.exec(text)
  if (open && fieldLine.test(lineAt(text, open.index + open[0].length + 1))) {
    return {
      at: start,
      message: 'There is text above the front matter, which must come first. Move it below the second “---”.',
    }
  }
  return { at: 0, message: 'The file does not begin with front matter. Write “---” on the first line.' }
}

/** The line that should close front matter but is written differently; `from` is where the first line of YAML begins. */
export function findClosingFault(text: string, from: number): FenceFault | undefined {
  let hasField = false
  let isIndented = false
  for (let at = from; at < text.length; ) {
    const line = lineAt(text, at)
    const next = at + line.length + 1
    if (fence.test(line)) return undefined
    // It can be nothing else: it is below a field, not above one, and not inside a multi-line text.
    const mayClose = hasField && !fieldLine.test(lineAt(text, next)) && (/^[ \t]/.test(line) ? !isIndented : true)
    if (mayClose && closingLine.test(line)) return toNearFault(text, at + line.search(/\S/), line.trim(), true)
    if (!yamlLine.test(line) && !nearFence.test(line)) return undefined
    hasField ||= fieldLine.test(line)
    if (line.trim() !== '') isIndented = /^[ \t]/.test(line)
    at = next
  }
  return undefined
}

/** A second “---” above the fields: front matter ends there, before it has any. */
export function findDoubledFence(text: string, start: number, end: number): FenceFault | undefined {
  if (!isYamlAfter(text, end)) return undefined
  const message = 'Front matter ends at this “---”, above its fields. Remove this line.'
  const at = text.lastIndexOf('\n', end - 1) + 1
  return { at, message, fix: [{ start, end: end + 1, text: '' }] }
}

function toNearFault(text: string, at: number, written: string, isSure: boolean): FenceFault {
  const message =
    written === '---'
      ? 'Front matter ends with “---” at the beginning of a line. Remove the spaces before it.'
      : `Front matter begins and ends with “---”, not with “${shorten(written, 40)}”. ${threeHyphens}`
  const lineStart = text.lastIndexOf('\n', at) + 1
  const start = text.slice(0, lineStart).trim() === '' ? 0 : lineStart
  return { at, message, ...(isSure && { fix: [{ start, end: at + written.length, text: '---' }] }) }
}

/** Whether there are only lines of YAML, at least one of them a field, between here and a line of hyphens. */
function isYamlAfter(text: string, from: number): boolean {
  let hasField = false
  for (let at = from + 1; at < text.length; ) {
    const line = lineAt(text, at)
    if (nearFence.test(line)) return hasField
    if (!yamlLine.test(line)) return false
    hasField ||= fieldLine.test(line)
    at += line.length + 1
  }
  return false
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  return text.slice(at, end === -1 ? text.length : end)
}

const rewrite = (field: string) =>
  `Write the fields as YAML, between two lines of “---”: “title: …” instead of ${field}, one per line.`
