import { compareText } from './compare-text'

type Named = { slug: string; title: string }

/** Words that a badge ignores. */
const small = /^(?:and|or|of|the|in|for|to)$/i

/**
 * The badge of each subject, by its slug: two letters of its title, like an element's symbol, unique while there are
 * unused ones. The shortest titles choose first, so a new subject changes the badges of few others.
 */
export function toBadges(subjects: readonly Named[]): Map<string, string> {
  const badges = new Map<string, string>()
  const used = new Set<string>()
  for (const { slug, title } of [...subjects].sort(byLength)) {
    const wanted = listWanted(title) ?? listWanted(slug) ?? [slug]
    const badge = wanted.find((letters) => !used.has(letters.toLowerCase())) ?? (wanted[0] as string)
    used.add(badge.toLowerCase())
    badges.set(slug, badge)
  }
  return badges
}

const byLength = (a: Named, b: Named) =>
  a.title.length - b.title.length || compareText(a.title, b.title) || compareText(a.slug, b.slug)

/**
 * Candidate badges for a title, best first: `CS` for Computer Science, `Ma` for Mathematics, then its first letter with
 * any later one, then any two. Undefined for a title without letters.
 */
function listWanted(title: string): string[] | undefined {
  const all = title.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
  const named = all.filter((word) => !small.test(word))
  const words = (named.length > 0 ? named : all).map((word) => [...word])
  const letters = words.flat()
  const [first, ...later] = letters
  if (first === undefined) return undefined
  const [, second] = words
  const initials = second?.[0] === undefined ? [] : [toUpper(first) + toUpper(second[0])]
  const from = (letter: string, others: readonly string[]) =>
    others.map((other) => toUpper(letter) + other.toLowerCase())
  const rest = later.flatMap((letter, index) => from(letter, later.slice(index + 1)))
  return [...initials, ...from(first, later), ...rest, toUpper(first)]
}

const toUpper = (letter: string) => letter.toUpperCase()
