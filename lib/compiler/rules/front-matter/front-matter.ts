import { type Finding, toFinding } from '@/lib/core/finding'
import type { RuleDefinition } from '@/lib/core/rule'
import type { FenceFault } from '../../source/fences'

export const rule: RuleDefinition = {
  name: 'front-matter',
  severity: 'error',
  blocks: true,
  fix: 'removes empty lines above it, and writes three hyphens in place of dashes, or of more or fewer hyphens',
  expects: 'A question file begins, on its first line, with front matter between two lines of “---”.',
  why: 'It holds the title and the date; without them there is no page.',
  wrong: '# What is heat?',
  right: '---\ntitle: What is heat?\ndate: 2026-03-09\n---',
}

/** What is wrong with the line that should begin or end front matter. */
export const toFenceFinding = (text: string, fault: FenceFault): Finding => toFinding(rule, fault, text)

export const unclosedFrontMatter: Finding = toFinding(rule, {
  at: { line: 1, column: 1 },
  message: 'The front matter that begins here has no end. Write “---” on a line of its own after the last field.',
})
