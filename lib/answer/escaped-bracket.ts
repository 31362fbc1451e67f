/** The text between `\(` and `\)` or `\[` and `\]`, and the characters right before and after. */
export type BetweenBrackets = { content: string; before: string; after: string; alone: boolean }

/** Escapes that converters write before characters special to Markdown, and that mean nothing in TeX. */
const escapes = /\\[_*~+.#-]/g
const isTex = (content: string) => /\\[A-Za-z,;:!{}|%\\]|[\^_]/.test(content.replace(escapes, ''))

/** A list of numbers or pages, a footnote, a citation key, an ellipsis: `4`, `12–14`, `^1`, `@miller2011`. */
const citation = /^(?:\d+(?:\s*[,;–-]\s*\d+)*|\^[\w-]+|@\w.*|…|\.{3})$/

/**
 * Whether `\[…\]` is text in escaped brackets, as converters and careful authors write it, and not a formula: it is a
 * citation, belongs to the text before or after it (`a\[i\]`, `\[a\](…)`), or is neither on lines of its own nor TeX.
 */
export function isTextInSquareBrackets({ content, before, after, alone }: BetweenBrackets): boolean {
  const inner = content.trim()
  if (citation.test(inner) || inner.startsWith('!')) return true
  if (/[\r\n]/.test(inner) || isTex(inner)) return false
  if (/[\w)\][]$/.test(before) || /[\](]/.test(after) || isText(inner)) return true
  return !alone && inner === content
}

/** Whether `\(…\)` is text in escaped brackets: a year, words, or a part of the word before it (`f\(x\)`). */
export function isTextInRoundBrackets({ content, before }: BetweenBrackets): boolean {
  const inner = content.trim()
  if (isTex(inner)) return false
  return /^[12]\d{3}[a-z]?$/.test(inner) || isText(inner) || /[\w)\]]$/.test(before)
}

/** Whether text between brackets has words, abbreviations, units or signs that no formula without TeX commands has. */
function isText(inner: string): boolean {
  if (/\\[[\]()_*~+.#-]|%|[A-Za-z]\.|^\d[\d.,]* [A-Za-z]{2,}$/.test(inner)) return true
  return isSentence.test(inner) || (/[A-Za-z]{4,}/.test(inner) && !/[=+<>*/]| - /.test(inner))
}

const isSentence = /\b(?:[A-Za-z]{2,},? +){3}[A-Za-z]{2,}/
