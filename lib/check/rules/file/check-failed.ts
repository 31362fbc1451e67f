import { type Finding, toFinding } from '@/lib/core/finding'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'check-failed',
  severity: 'error',
  expects: 'A file can be checked to its end.',
  why: 'What else is wrong with it nobody can tell. The other files are checked all the same.',
  wrong: 'A file that a disk with bad sectors does not give back.',
  right: 'The file restored from the repository.',
}

/** The finding for a file whose check crashed. */
export const toFailure = (error: unknown): Finding =>
  toFinding(rule, {
    at: { line: 1, column: 1 },
    message: `The check of this file failed: ${error instanceof Error ? error.message : error}. Look at what is unusual in it.`,
  })
