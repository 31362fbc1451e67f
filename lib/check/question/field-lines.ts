import type { Edit } from '@/lib/core/finding'
import type { QuestionFile } from './question-file'

/** A line break in a folded `answer` field: where the next line begins in the file, and the edit that makes it `\n`. */
export type FieldLine = { at: number; isBlank: boolean; edit: Edit }

/**
 * The real line breaks of a folded `answer` field: blank lines, and lines indented further. They turn off the old line
 * breaks, the two characters `\n`, in the whole answer. Undefined if the field is not folded.
 */
export function listFieldLines(file: QuestionFile): FieldLine[] | undefined {
  const place = file.getPlace('answer')
  const { yaml, yamlStart } = file.frontMatter
  if (!place || place.style === 'none') return undefined
  const isBlock = place.style === 'block'
  if (isBlock && !/^answer:[ \t]*>/.test(yaml.slice(place.key))) return undefined
  const found: FieldLine[] = []
  let at = place.value
  let last: { end: number; text: string } | undefined
  for (const line of yaml.slice(place.value, place.end).trimEnd().split('\n')) {
    const indent = isBlock ? place.indent : line.length - line.trimStart().length
    const text = line.slice(indent)
    const start = at
    at += line.length + 1
    if (line.trim() === '') continue
    const gap = last ? yaml.slice(last.end, start) : ''
    const isBlank = gap.split('\n').length > 2
    const isKept = isBlock && (/^[ \t]/.test(text) || /^[ \t]/.test(last?.text ?? ''))
    if (last && (isBlank || isKept)) {
      const breaks = Math.max(0, (isBlank ? 2 : 1) - countBreaks(last.text, text))
      const written = place.style === 'double' ? '\\\\n' : '\\n'
      const edit = { start: yamlStart + last.end, end: yamlStart + start + indent, text: written.repeat(breaks) }
      found.push({ at: yamlStart + last.end + 1, isBlank, edit })
    }
    last = { end: start + line.length, text }
  }
  return found
}

/** How many old line breaks are at the end of one line and at the beginning of the next. */
const countBreaks = (before: string, after: string) =>
  ((/(?:\\n)+\s*$/.exec(before)?.[0].trim().length ?? 0) + (/^(?:\\n)+/.exec(after)?.[0].length ?? 0)) / 2
