import { type Finding, toFinding } from '@/lib/core/finding'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'check-failed',
  severity: 'error',
  expects: 'A file can be checked to the end.',
  why: 'It may have other mistakes that were not found. All other files are checked as usual.',
  wrong: 'A file that cannot be read, because the disk has bad sectors.',
  right: 'The file restored from the repository.',
}

/** The finding for a file whose check crashed. */
export const toFailure = (error: unknown): Finding =>
  toFinding(rule, {
    at: { line: 1, column: 1 },
    message: `The check of this file failed: ${error instanceof Error ? error.message : error}. Look for something unusual in it.`,
  })
