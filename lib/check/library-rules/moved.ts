import { parseQuestionPath } from '@/lib/core/routes'
import type { Library } from '../library'
import { toAddress } from './addresses'

/** Where a question is that is no longer at an address: by its old addresses, else by a name that only one has. */
export function findMoved(address: string, library: Library): string | undefined {
  const [renamed, ...others] = library.listByAlias(address)
  if (renamed && others.length === 0) return toAddress(renamed)
  const key = parseQuestionPath(address)
  const sameName = key ? library.listBySlug(key.slug) : []
  return sameName.length === 1 && sameName[0] ? toAddress(sameName[0]) : undefined
}
