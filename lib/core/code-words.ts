/** Where marks carry meaning: programming languages, indices and powers, the growth of functions. */
const meaningfulMarks = /\+\+|[A-Za-z]#|[_^]\{?[-+]?\d|[OΘΩ]\(|[\u00b2\u00b3\u00b9\u2070-\u209c]|[\u{1d400}-\u{1d7ff}]/u

/**
 * A text in which words of letters and marks are spelled as words of letters and digits, because the full-text
 * index drops all marks: `C++` as `Cplusplus`, `C#` as `Csharp`, `H_2O` and `H₂O` as `H2O`, `x^{2}` and `x²` as `x2`,
 * `O(n log n)` with `onlogn` beside it. Texts and queries are spelled alike, so that they match; in a query (`wanted`)
 * `O(n log n)` becomes that one word alone.
 */
export function spellCodeWords(text: string, wanted = false): string {
  if (!meaningfulMarks.test(text)) return text
  return text
    .replace(/[\u00b2\u00b3\u00b9\u2070-\u209c]|[\u{1d400}-\u{1d7ff}]/gu, (character) => character.normalize('NFKC'))
    .replace(/([\p{L}\p{N}])\+\+/gu, '$1plusplus ')
    .replace(/(?<![\p{L}\p{N}])([A-Za-z])#/gu, '$1sharp ')
    .replace(/\\(?:text|mathrm|rm|ce)\{([A-Z][a-z]?)\}/g, '$1')
    .replace(/([\p{L}\p{N})\]}])[_^]\{?[-+]?(\d+)\}?/gu, '$1$2')
    .replace(
      /(?<![\p{L}\p{N}\\])([OΘΩ])\(([^()\n]{1,30}(?:\([^()\n]{0,12}\)[^()\n]{0,12})?)\)/gu,
      (found, _class: string, inside: string) => `${wanted ? '' : found} ${toGrowthWord(inside)} `,
    )
}

/** `O(n log n)`, `O(n \log n)` and `O(n·log(n))` are one word. */
function toGrowthWord(inside: string): string {
  const word = inside.replace(/\\(?:log|lg|ln|sqrt|cdot|times)|[^\p{L}\p{N}]/gu, (part) =>
    /^\\(?:log|lg|ln|sqrt)$/.test(part) ? part.slice(1) : '',
  )
  return `o${word}`
}

/** A word of the index as people write it: `C++` for `cplusplus`. */
export const toReadableWord = (word: string) =>
  word
    .replace(/^(.+)plusplus$/, '$1++')
    .replace(/^([a-z])sharp$/, (_, letter) => `${letter.toUpperCase()}#`)
    .replace(/^c\+\+$/, 'C++')
