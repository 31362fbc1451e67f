import { type Finding, toFinding } from '@/lib/core/finding'
import type { RuleDefinition } from '@/lib/core/rule'

export const rule: RuleDefinition = {
  name: 'front-matter',
  severity: 'error',
  blocks: true,
  expects: 'A question file begins with front matter between two lines of “---”.',
  why: 'Title and date stand there; without them there is no page.',
  wrong: '# What is heat?',
  right: '---\ntitle: What is heat?\ndate: 2026-03-09\n---',
}

export const noFrontMatter: Finding = toFinding(rule, {
  at: { line: 1, column: 1 },
  message: 'The file does not begin with front matter. Write “---” on the first line.',
})

export const unclosedFrontMatter: Finding = toFinding(rule, {
  at: { line: 1, column: 1 },
  message: 'The front matter that begins here has no end. Write “---” on a line of its own after the last field.',
})
