import { toNormalPath } from '@/lib/core/normal-path'
import { isReservedPath } from '@/lib/core/reserved-paths'

/** An old address in `aliases`: the path of its field, what is written there, and the form in which it is looked up. */
export type WrittenAlias = { field: string; text: string; address: string }

/** The strings in `aliases`; anything else was already reported. */
export function listWrittenAliases({ aliases }: Record<string, unknown>): WrittenAlias[] {
  const written: unknown[] = Array.isArray(aliases) ? aliases : []
  return written.flatMap((text, index) =>
    typeof text === 'string' ? [{ field: `aliases.${index}`, text, address: toNormalPath(text) ?? '' }] : [],
  )
}

/** The old addresses that a question's file names, in the form in which they are looked up. */
export const toAliases = (written: readonly string[] | null | undefined): string[] =>
  (written ?? []).flatMap((address) => toNormalPath(address) ?? [])

/** Why a text cannot be an old address, as the end of a sentence; undefined if it can. */
export function findAddressMistake(text: string): string | undefined {
  const address = toNormalPath(text)
  if (address === undefined || /[?#]|^\/\//.test(text)) {
    return `“${text}” is not an address. Write only the path, such as /learn/physics/questions/what-is-heat.`
  }
  return isReservedPath(address) ? `“${text}” is an address of the site itself. Remove it.` : undefined
}
