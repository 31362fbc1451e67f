import { distance } from 'fastest-levenshtein'

type Author = { author: string; count: number }

/** A name without case, accents, periods and spaces. */
const toIdentity = (author: string) =>
  author
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * The usual spelling of each unusually spelled author: the same letters in more files, or, for a name in a few files,
 * one in many files that differs by one letter more or less, or by two swapped letters.
 */
export function toUsualAuthors(authors: readonly Author[]): Map<string, string> {
  const named = authors.map((author) => ({ ...author, identity: toIdentity(author.author) }))
  const often = named.filter(({ count }) => count >= 5)
  const usual = new Map<string, string>()
  const best = new Map<string, Author>()
  for (const { author, count, identity } of named) {
    if (identity !== '' && count > (best.get(identity)?.count ?? 0)) best.set(identity, { author, count })
  }
  for (const { author, count, identity } of named) {
    const same = best.get(identity)
    const near = count <= 2 ? often.find((other) => isMistyped(identity, other.identity)) : undefined
    if (same && same.author !== author) usual.set(author, same.author)
    else if (near) usual.set(author, near.author)
  }
  return usual
}

/** Whether one letter is missing or extra, or two are swapped; a different letter may mean a different person. */
function isMistyped(identity: string, other: string): boolean {
  if (identity.length < 8 || identity === other || Math.abs(identity.length - other.length) > 1) return false
  const far = distance(identity, other)
  return identity.length === other.length ? far === 2 && sorted(identity) === sorted(other) : far === 1
}

const sorted = (text: string) => [...text].sort().join('')
