/** A name as written in an address: lower case, words joined by hyphens, everything else removed. */
export function toSlug(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return (
    plain
      .replace(/[^a-z0-9 -]/g, '')
      .trim()
      .replace(/[ -]+/g, '-') || 'unnamed'
  )
}

/**
 * The slug that the library makes of a title: lower case, words joined by hyphens, everything else removed, also the
 * title's own hyphens (`break-even` becomes `breakeven`). Empty if the title has no letter of the Latin alphabet and no
 * digit.
 */
export function toQuestionSlug(title: string): string {
  const plain = title.normalize('NFKD').toLowerCase().replace(/\s+/g, ' ')
  return plain
    .replace(/[^a-z0-9 ]/g, '')
    .trim()
    .replace(/ +/g, '-')
}

/** Equal for titles that ask the same: ignores case, accents, spaces and punctuation; C, C++ and C# differ. */
export function toTitleIdentity(title: string): string {
  const plain = title.normalize('NFKD').toLowerCase()
  return plain.replace(/[^\p{L}\p{N}\p{Sm}#]/gu, '')
}

/** Whether the name of a file or folder can be a part of an address. */
export const isSlug = (name: string) => /^[a-z0-9][a-z0-9_-]*$/.test(name)
