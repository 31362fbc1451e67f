/** A formula without its commands and their text arguments: words of prose are left, if it has any. */
const withoutTex = (tex: string) => tex.replace(/\\(?:text|mathrm|textbf|operatorname)\s*\{[^}]*\}|\\[A-Za-z]+/g, ' ')

/** Whether a possible formula spans paragraphs and reads like sentences. */
export const isProse = (tex: string) =>
  /(?:\\n|\n)\s*(?:\\n|\n)/.test(tex.trim()) && /(?:[A-Za-z]{2,},? ){5}/.test(withoutTex(tex))

/**
 * Whether `$content$` is a formula and not two amounts of money (`$500 and $600`). After Pandoc's rule
 * (https://pandoc.org/MANUAL.html#extension-tex_math_dollars): the closing dollar has no space before it and no
 * digit after it; beyond it, spaces on both sides are allowed (`$ x $` is common in the library), and content
 * that begins with a digit must not continue with words (`$5 million, or 3$`).
 */
export function isMathBetweenDollars(content: string, next: string): boolean {
  const trimmed = content.trim()
  if (trimmed === '') return false
  // A literal line break has a backslash too: amounts in two rows of a table are no formula.
  const technical = /[\\^_=]/.test(trimmed.replace(/\\n(?![A-Za-z])/g, ' '))
  if (/\d/.test(next) && !technical) return false
  const endsInSpace = /\s$/.test(content)
  if (endsInSpace && !/^\s/.test(content) && !technical) return false
  const words = withoutTex(trimmed)
  if (/^\d/.test(trimmed) && /[A-Za-z]{3,}/.test(words) && !technical) return false
  if (/^\d[\d,.]*\s+[A-Za-z]{3,}\s/.test(words)) return false
  return !/(?:[A-Za-z]{2,},? +){3}[A-Za-z]{2,}/.test(words)
}
