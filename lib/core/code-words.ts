import { nameSigns, spellFormulas } from './formula-words'

/** Marks that carry meaning: in formulas, names of programming languages and notes, and big O notation. */
const meaningfulMarks =
  /[\\^_=\u00b2\u00b3\u00b5\u00b7\u00b9\u00bc-\u00be\u00d7\u0127\u02b8\u02e3\u0370-\u03ff\u1d2c-\u1d6a\u2070-\u209c\u2100-\u22ff\u2c7c\ud835]|[>+#♯♭(](?<=->|\+\+|[A-Za-z][#♯♭]|O\()/g

/**
 * Spells words that contain marks with letters and digits only, because the full-text index drops all marks: `C++` as
 * `Cplusplus`, `C#` and `C♯` as `Csharp`, formulas as `spellFormulas` does, and `O(n log n)` with `onlogn` added to it.
 * Texts and queries are spelled the same way, so that they match; queries with `replaceGrowth`.
 */
export function spellCodeWords(text: string, spellGrowth = addGrowth): string {
  let spelled = ''
  let done = 0
  // Few lines have such marks; all others are copied unread.
  for (;;) {
    meaningfulMarks.lastIndex = done
    const found = meaningfulMarks.exec(text)
    if (!found) break
    const start = Math.max(done, text.lastIndexOf('\n', found.index) + 1)
    const next = text.indexOf('\n', found.index)
    const end = next === -1 ? text.length : next
    spelled += text.slice(done, start) + nameSigns(spellGrowth(spellFormulas(spellNames(text.slice(start, end)))))
    done = end
  }
  const rest = done === 0 ? text : spelled + text.slice(done)
  return rest.includes('sqrt') ? rest.replace(/\bsqrt(?![A-Za-z])/g, ' square root ') : rest
}

const spellNames = (line: string) =>
  line
    .replace(/\+\+(?<=[\p{L}\p{N}]\+\+)/gu, 'plusplus ')
    .replace(/[#♯♭](?<=(?<![\p{L}\p{N}])[A-Za-z].)/gu, (sign) => (sign === '♭' ? 'flat ' : 'sharp '))

const growth = /(?<![\p{L}\p{N}\\])[OΘΩ]\(([^()\n]{1,30}(?:\([^()\n]{0,12}\)[^()\n]{0,12})?)\)/gu

const addGrowth = (line: string) => line.replace(growth, (found, inside: string) => `${found} ${toGrowthWord(inside)} `)

/** Spells `O(n log n)` as in a query, where only `onlogn` is searched for; not `O(n)`: `on` is a word of any text. */
export const replaceGrowth = (line: string) =>
  line.replace(growth, (found, inside: string) => {
    const word = toGrowthWord(inside)
    return word.length < 3 ? found : ` ${word} `
  })

/** The same word for `O(n log n)`, `O(n \log n)` and `O(n·log(n))`. */
function toGrowthWord(inside: string): string {
  return `o${inside.replaceAll('√', 'sqrt').replace(/[^\p{L}\p{N}]/gu, '')}`
}

/** A word of the index as people write it: `C++` for `cplusplus`, `10^-3` for `10minus3`. */
export const toReadableWord = (word: string) =>
  word
    .replace(/^(\d+|[a-z]{1,2})minus(\d+)$/, '$1^-$2')
    .replace(/^(.+)plusplus$/, '$1++')
    .replace(/^([a-z])sharp$/, (_, letter) => `${letter.toUpperCase()}#`)
    .replace(/^([a-z])flat$/, (_, letter) => `${letter.toUpperCase()}♭`)
    .replace(/^c\+\+$/, 'C++')
