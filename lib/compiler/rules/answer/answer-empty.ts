import { type Finding, toFinding } from '@/lib/core/finding'
import type { RuleDefinition } from '@/lib/core/rule'
import type { FrontMatter } from '../../source/front-matter'

export const rule: RuleDefinition = {
  name: 'answer-empty',
  severity: 'error',
  blocks: true,
  expects: 'A question has an answer: the text below the front matter, or the field “answer”.',
  why: 'A page without an answer helps nobody.',
  wrong: '---\ntitle: What is heat?\ndate: 2026-03-09\n---',
  right: '---\ntitle: What is heat?\ndate: 2026-03-09\n---\n\nHeat is energy on its way from warm to cold.',
}

export function toEmptyAnswer(text: string, { bodyStart }: FrontMatter): Finding {
  const message = 'The question has no answer. Write it below the front matter, as Markdown.'
  return toFinding(rule, { at: Math.min(bodyStart + 1, text.length), message }, text)
}
