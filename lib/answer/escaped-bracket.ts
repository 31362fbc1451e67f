/** What stands between `\(` and `\)` or `\[` and `\]`, and the characters before and after these. */
export type BetweenBrackets = { content: string; before: string; after: string; alone: boolean }

const isTex = (content: string) => /\\[A-Za-z,;:!{}|%]|[\^_]/.test(content)

/** A list of numbers or pages, a footnote, a key of a source: `4`, `12–14`, `^1`, `@miller2011`. */
const citation = /^(?:\d+(?:\s*[,;–-]\s*\d+)*|\^[\w-]+|@\w.*)$/

/**
 * Whether `\[…\]` is text in brackets, as converters and careful authors write it, and not a formula: it is a citation,
 * belongs to what is before or after it (`a\[i\]`, `\[a\](…)`), or is neither on lines of its own nor TeX.
 */
export function isTextInSquareBrackets({ content, before, after, alone }: BetweenBrackets): boolean {
  const inner = content.trim()
  if (citation.test(inner) || inner.startsWith('!')) return true
  if (/[\r\n]/.test(inner) || isTex(inner)) return false
  if (/[\w)\][]/.test(before) || /[\](]/.test(after) || hasWords(inner)) return true
  return !alone && inner === content
}

/** Whether `\(…\)` is text in brackets: a year, words, or what belongs to the word before it (`f\(x\)`). */
export function isTextInRoundBrackets({ content, before }: BetweenBrackets): boolean {
  const inner = content.trim()
  if (isTex(inner)) return false
  return /^[12]\d{3}[a-z]?$/.test(inner) || hasWords(inner) || /[\w)\]]/.test(before)
}

/** Whether there are words of prose: names of functions and units have three letters at most, and sums have signs. */
const hasWords = (inner: string) =>
  /[A-Za-z]{4,}/.test(inner) &&
  (!/[=+<>*/]/.test(inner) || /[A-Za-z]{2,},? +[A-Za-z]{2,}.*[A-Za-z]{2,},? +[A-Za-z]{2,}/.test(inner))
