import { type Finding, toFinding } from '@/lib/core/finding'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'baseline',
  severity: 'error',
  blocks: true,
  expects: 'The file of --baseline holds only findings that are still there, and gets no new ones.',
  why: 'It is a list of what remains to be fixed. It may only shrink.',
  wrong: 'A line for a finding that was fixed.',
  right: 'npm run check -- --baseline FILE --update-baseline, which removes it.',
}

export const toNewLineFinding = (line: number): Finding =>
  toFinding(rule, {
    at: { line, column: 1 },
    message: 'This line is new. The baseline may only shrink: fix the finding instead.',
  })

export const toFixedFinding = (line: number): Finding =>
  toFinding(rule, {
    at: { line, column: 1 },
    message: 'This finding was fixed. Remove the line; --update-baseline does it for you.',
  })
