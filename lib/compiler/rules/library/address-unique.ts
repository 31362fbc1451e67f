import type { Match } from '@/lib/core/finding'
import { toQuestionPath } from '@/lib/core/routes'
import type { RuleDefinition } from '@/lib/core/rule'
import type { QuestionKey } from '@/lib/core/types'

export const rule: RuleDefinition = {
  name: 'address-unique',
  severity: 'error',
  blocks: true,
  expects: 'No two files have the same address.',
  why: 'Only one of them could be shown.',
  wrong: 'content/learn/law/part-1/tort.md\ncontent/learn/law/part-2/tort.md',
  right: 'content/learn/law/part-1/tort.md\ncontent/learn/law/part-2/tort-in-practice.md',
}

/** What is wrong with a file whose address another file has; `other` is that file's path. */
export function toDuplicateAddress({ subject, slug }: QuestionKey, other: string): Match {
  const message = `Two files have the address ${toQuestionPath(subject, slug)}: this one and ${other}. Rename or remove one.`
  return { at: { line: 1, column: 1 }, message }
}
