/** A name as it stands in an address: lower case, words joined by hyphens, everything else gone. */
export function toSlug(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return (
    plain
      .replace(/[^a-z0-9 -]/g, '')
      .trim()
      .replace(/[ -]+/g, '-') || 'unnamed'
  )
}

/** What a title is sorted by: without case, accents, and quotes or other marks at its beginning. */
export function toTitleKey(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/^[^\p{L}\p{N}]+/u, '')
}
