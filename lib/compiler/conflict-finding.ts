import { type Finding, toFinding } from '@/lib/core/finding'
import type { AddressConflict } from '@/lib/core/types'
import * as aliasUnique from './rules/old-addresses/alias-unique'
import * as goneExists from './rules/old-addresses/gone-exists'

/** The finding for a conflicting old address, in the file that lists it. */
export function toConflictFinding({ kind, holder, ...placed }: AddressConflict): Finding {
  if (kind === 'alias-taken') return toFinding(aliasUnique.rule, aliasUnique.toTakenAlias(placed, holder))
  if (kind === 'alias-shared') return toFinding(aliasUnique.rule, aliasUnique.toSharedAlias(placed, holder))
  return toFinding(goneExists.rule, goneExists.toStillPresent(placed, holder))
}
