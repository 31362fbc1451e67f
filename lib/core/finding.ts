import { type Rule, rules } from './rules/registry'

export type Level = 'error' | 'warning'

/** One mistake in one place: line and column begin at 1, the message says what is wrong and how to mend it. */
export type Finding = Problem & { path: string; level: Level }

/** A finding whose file is known by whoever collects it, and whose level is that of its rule. */
export type Problem = { line: number; column: number; rule: Rule; message: string; fix?: Edit[] }

/** What a rule found in a text, before its offset is made a line and a column. */
export type Mistake = { at: number; rule: Rule; message: string; fix?: Edit[] }

/** A replacement in a text, from an offset up to another one. */
export type Edit = { start: number; end: number; text: string }

export const toProblem = (text: string, { at, ...mistake }: Mistake): Problem => ({
  ...toPosition(text, at),
  ...mistake,
})

export const toFinding = (path: string, problem: Problem): Finding => ({
  path,
  level: rules[problem.rule].level,
  ...problem,
})

/** Whether a file with this problem cannot be published. */
export const isBlocking = ({ rule }: Pick<Problem, 'rule'>) => rules[rule].blocks === true

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const control = /[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g

/**
 * `path:line:column level rule  message`, the form that editors and terminals make clickable. What comes from files cannot
 * steer a terminal, turn a line around or begin another one.
 */
export const toFindingLine = (f: Finding) =>
  `${f.path}:${f.line}:${f.column} ${f.level} ${f.rule}  ${f.message}`.replace(control, '\uFFFD')

/** The line and column, both from 1, of an offset in a text. */
export function toPosition(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let lineStart = 0
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', lineStart)) {
    line += 1
    lineStart = end + 1
  }
  return { line, column: offset - lineStart + 1 }
}
