import { load, YAMLException } from 'js-yaml'

/** Questions of which one is canonical: `copies` keep their pages and name it, `merge` are merged into it. */
export type MergeGroup = { canonical: string; copies: string[]; merge: string[] }

const head = `# Groups of questions with the same answer. “npm run merge -- --apply FILE” applies this plan, all of it or nothing.
#   canonical  the main one, for search engines and lists
#   copies     keep their pages, and name the main one
#   merge      are removed: their addresses redirect to the main one, and links to them are changed
# Swap addresses, move them from “copies” to “merge”, or delete a group to leave it as it is.
`

/** A plan as a file that a person reads and changes; the first address of each group is the canonical one. */
export function toPlanFile(groups: readonly string[][]): string {
  const toGroup = ([canonical, ...copies]: string[]) =>
    `- canonical: ${canonical}\n  copies:\n${copies.map((copy) => `    - ${copy}\n`).join('')}`
  return head + (groups.map(toGroup).join('') || '[]\n')
}

/** Reads a plan, the text of a file; throws a message for the author, with its place, if it is not valid. */
export function parsePlan(text: string, file: string): MergeGroup[] {
  try {
    return toGroups(load(text, { maxAliases: 0 }))
  } catch (error) {
    const { mark, reason } = error instanceof YAMLException ? error : {}
    const place = mark ? `:${mark.line + 1}:${mark.column + 1}` : ''
    throw new Error(`${file}${place}: ${reason ?? (error as Error).message}`)
  }
}

function toGroups(groups: unknown): MergeGroup[] {
  if (!Array.isArray(groups)) throw new Error('The plan is not a list of groups: write one with --plan.')
  const seen = new Set<string>()
  const take = (address: unknown) => {
    if (typeof address !== 'string')
      throw new Error(`Expected an address in the plan; found ${JSON.stringify(address)}.`)
    if (seen.has(address)) throw new Error(`${address} is in the plan twice.`)
    seen.add(address)
    return address
  }
  return groups.map((group: Record<string, unknown> | null) => {
    const unknown = Object.keys(group ?? {}).find((key) => !['canonical', 'copies', 'merge'].includes(key))
    if (unknown) throw new Error(`“${unknown}” is not known in a plan; expected canonical, copies and merge.`)
    const toList = (value: unknown) => (Array.isArray(value) ? value : value == null ? [] : [value]).map(take)
    return { canonical: take(group?.canonical), copies: toList(group?.copies), merge: toList(group?.merge) }
  })
}
