import type { RuleDefinition } from './rule'

/** An error fails the check; a warning is probably a mistake; a notice is a matter of taste. */
export type Severity = 'error' | 'warning' | 'notice'

/** A position in a file as editors count it: both from 1. */
export type Position = { line: number; column: number }

/** The order of positions in a file, for `sort`. */
export const byPosition = (a: Position, b: Position) => a.line - b.line || a.column - b.column

/** One mistake in a file: the message says what is wrong and how to fix it. */
export type Finding = Position & {
  rule: string
  severity: Severity
  /** The file cannot be published. */
  blocking?: true
  message: string
  fix?: Edit[]
}

/** A finding with its file's path, as people see it. */
export type ReportedFinding = Finding & { path: string }

/** What a rule found: at an offset in the text it was given, or at a line and column. */
export type Match = { at: number | Position; message: string; fix?: Edit[] | undefined }

/** Replaces the characters of a text from `start` up to, but not including, `end`. */
export type Edit = { start: number; end: number; text: string }

/** Converts a match of a rule to a finding; `text` is what the match's offset refers to. */
export function toFinding(rule: RuleDefinition, { at, message, fix }: Match, text = ''): Finding {
  const { line, column } = typeof at === 'number' ? toPosition(text, at) : at
  const { name, severity, blocks } = rule
  return { line, column, rule: name, severity, ...(blocks && { blocking: true }), message, ...(fix && { fix }) }
}

export const isBlocking = ({ blocking }: Finding) => blocking === true

// biome-ignore lint/suspicious/noControlCharactersInRegex: it removes them
const control = /[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g

/**
 * `path:line:column severity rule  message`, the form that editors and terminals make clickable. Control characters are
 * replaced, so text from files cannot control the terminal, reverse a line or start another one.
 */
export const toFindingLine = (f: ReportedFinding) =>
  `${f.path}:${f.line}:${f.column} ${f.severity} ${f.rule}  ${f.message}`.replace(control, '\uFFFD')

/** The line and column, both from 1, of an offset. */
export function toPosition(text: string, offset: number): Position {
  let line = 1
  let lineStart = 0
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', lineStart)) {
    line += 1
    lineStart = end + 1
  }
  return { line, column: offset - lineStart + 1 }
}
