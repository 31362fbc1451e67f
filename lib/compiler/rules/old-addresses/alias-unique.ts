import type { Match } from '@/lib/core/finding'
import { toQuestionPath } from '@/lib/core/routes'
import type { RuleDefinition } from '@/lib/core/rule'
import type { PlacedAddress, QuestionKey } from '@/lib/core/types'
import type { FieldFinding } from '../../schema/field-finding'
import { findAddressMistake, type WrittenAlias } from '../../source/old-address'

export const rule: RuleDefinition = {
  name: 'alias-unique',
  severity: 'error',
  blocks: true,
  expects: 'An old address redirects to one question only, and is not the address of a page that exists.',
  why: 'A redirect has one target, and the address of a page that exists shows that page.',
  wrong: 'aliases: [/learn/physics/questions/what-is-cold]      (which exists)',
  right: 'aliases: [/learn/physics/questions/what-is-warmth]    (which was renamed)',
}

/** Aliases that are the question's own address, or are listed twice. */
export function checkAliasesUnique(aliases: readonly WrittenAlias[], { subject, slug }: QuestionKey): FieldFinding[] {
  const own = toQuestionPath(subject, slug)
  const seen = new Set<string>()
  return aliases.flatMap(({ field, text, address }) => {
    if (findAddressMistake(text)) return []
    if (address === own) {
      const message = `The alias “${text}” is the question’s own address: it would redirect to itself. Remove it.`
      return [{ field, rule, message }]
    }
    if (seen.has(address)) return [{ field, rule, message: `The alias “${text}” is listed twice. Remove one.` }]
    seen.add(address)
    return []
  })
}

/** What is wrong with an alias that is the address of a page; `page` says which. */
export const toTakenAlias = ({ address, line, column }: PlacedAddress, page: string): Match => ({
  at: { line, column },
  message: `The alias “${address}” is the address of ${page}. Remove it.`,
})

/** What is wrong with an alias that another file has too. */
export const toSharedAlias = ({ address, line, column }: PlacedAddress, other: string): Match => ({
  at: { line, column },
  message: `The alias “${address}” already redirects to the question in ${other}. Remove one of the two.`,
})
