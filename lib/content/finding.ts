/** The rules a content file can break; each finding names one. */
export type Rule =
  | 'address-unique'
  | 'alias-unique'
  | 'answer-empty'
  | 'date'
  | 'encoding'
  | 'field-required'
  | 'field-type'
  | 'field-unknown'
  | 'file-name'
  | 'file-size'
  | 'front-matter'
  | 'path-agrees'
  | 'symbolic-link'
  | 'tex'
  | 'yaml'

/** One mistake in one place: line and column begin at 1, the message says what is wrong and how to mend it. */
export type Finding = {
  path: string
  line: number
  column: number
  level: 'error' | 'warning'
  rule: Rule
  message: string
}

/** A finding whose file is known by whoever collects it. */
export type Problem = Omit<Finding, 'path'>

/** `path:line:column level rule  message`, the form that editors and terminals make clickable. */
export const toFindingLine = (f: Finding) => `${f.path}:${f.line}:${f.column} ${f.level} ${f.rule}  ${f.message}`

/** The line and column, both from 1, of an offset in a text. */
export function toPosition(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1 }
}
