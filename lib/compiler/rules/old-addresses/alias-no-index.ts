import type { RuleDefinition } from '@/lib/core/rule'
import type { FieldFinding } from '../../schema/field-finding'
import type { WrittenAlias } from '../../source/old-address'

export const rule: RuleDefinition = {
  name: 'alias-no-index',
  severity: 'error',
  blocks: true,
  expects: 'A question with “no_index” has no “aliases”.',
  why: 'An old address hands what search engines know of it to the new page, which they must not show.',
  wrong: 'no_index: true\naliases: [/learn/physics/questions/what-is-warmth]',
  right: 'aliases: [/learn/physics/questions/what-is-warmth]',
}

export function checkAliasesIndexed(aliases: readonly WrittenAlias[], noIndex: unknown): FieldFinding[] {
  if (aliases.length === 0 || noIndex !== true) return []
  const message = 'An old address would lead to a question that is kept from search engines. Remove one of the two.'
  return [{ field: 'aliases', rule, message }]
}
