import type { RuleDefinition } from '@/lib/core/rule'
import type { FieldFinding } from '../../schema/field-finding'
import { findAddressMistake, type WrittenAlias } from '../../source/old-address'

export const rule: RuleDefinition = {
  name: 'alias-address',
  severity: 'error',
  blocks: true,
  expects:
    'An old address in “aliases” is a path without the name of the site, and not the address of one of the site’s own pages.',
  why: 'Visitors who open this path are redirected to the question; nothing else can be redirected.',
  wrong: 'aliases: [https://learn.example.org/learn/physics/questions/what-is-warmth]',
  right: 'aliases: [/learn/physics/questions/what-is-warmth]',
}

export const checkAliasAddresses = (aliases: readonly WrittenAlias[]): FieldFinding[] =>
  aliases.flatMap(({ field, text }) => {
    const mistake = findAddressMistake(text)
    return mistake ? [{ field, rule, message: `The alias ${mistake}` }] : []
  })
