import type { RuleDefinition } from '@/lib/core/rule'
import type { FieldFinding } from '../../schema/field-finding'
import type { WrittenAlias } from '../../source/old-address'

export const rule: RuleDefinition = {
  name: 'alias-no-index',
  severity: 'error',
  blocks: true,
  expects: 'A question with “no_index” has no “aliases”.',
  why: 'A redirect passes on what search engines know about the old address, but they must not show this question.',
  wrong: 'no_index: true\naliases: [/learn/physics/questions/what-is-warmth]',
  right: 'aliases: [/learn/physics/questions/what-is-warmth]',
}

export function checkAliasesIndexed(aliases: readonly WrittenAlias[], noIndex: unknown): FieldFinding[] {
  if (aliases.length === 0 || noIndex !== true) return []
  const message =
    'An old address would redirect to a question that is hidden from search engines. Remove “aliases” or “no_index”.'
  return [{ field: 'aliases', rule, message }]
}
