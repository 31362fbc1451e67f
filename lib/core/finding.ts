import type { RuleDefinition } from './rule'

/** An error fails the check; a warning is probably a mistake; a notice is a matter of taste. */
export type Severity = 'error' | 'warning' | 'notice'

/** A place in a file as editors count it: both from 1. */
export type Position = { line: number; column: number }

/** What is wrong at one place of a file: the message says what, and how to fix it. */
export type Finding = Position & {
  rule: string
  severity: Severity
  /** The file cannot be published. */
  blocking?: true
  message: string
  fix?: Edit[]
}

/** A finding with the path of its file, as it is shown to people. */
export type ReportedFinding = Finding & { path: string }

/** What a rule found: at an offset in the text that it was given, or at a line and a column. */
export type Match = { at: number | Position; message: string; fix?: Edit[] | undefined }

/** A replacement in a text, from an offset up to another one. */
export type Edit = { start: number; end: number; text: string }

/** A match of a rule as a finding; `text` is the one in which the rule counted its offset. */
export function toFinding(rule: RuleDefinition, { at, message, fix }: Match, text = ''): Finding {
  const { line, column } = typeof at === 'number' ? toPosition(text, at) : at
  const { name, severity, blocks } = rule
  return { line, column, rule: name, severity, ...(blocks && { blocking: true }), message, ...(fix && { fix }) }
}

export const isBlocking = ({ blocking }: Finding) => blocking === true

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const control = /[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g

/**
 * `path:line:column severity rule  message`, the form that editors and terminals make clickable. Text from
 * files cannot control the terminal, reverse a line or start another one.
 */
export const toFindingLine = (f: ReportedFinding) =>
  `${f.path}:${f.line}:${f.column} ${f.severity} ${f.rule}  ${f.message}`.replace(control, '\uFFFD')

/** The line and column, both from 1, of an offset in a text. */
export function toPosition(text: string, offset: number): Position {
  let line = 1
  let lineStart = 0
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', lineStart)) {
    line += 1
    lineStart = end + 1
  }
  return { line, column: offset - lineStart + 1 }
}
