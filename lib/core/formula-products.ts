import { functions } from './tex-symbols'

/** The letter of a quantity, with its power or index. */
const factor = '[A-Za-z](?:minus)?\\d{0,3}'
const apart = `(?:${factor}\\s{1,2}){1,5}${factor}`
const relation = '=<>≤≥≈≡∝→⇌⇒⟶'

const timesSign = new RegExp(
  `(?<![\\p{L}\\p{N}'’])(${factor})(?:\\s{0,2}[×·⋅]\\s{0,2}|(\\s?)\\*\\2)(?=${factor}(?![\\p{L}\\p{N}]))`,
  'gu',
)
const afterSign = new RegExp(
  `((?:[${relation}±−⁄{}$]|\\s\\+)\\s{0,2}(?:\\d{1,4}(?:/\\d{1,4})?\\s{1,2})?)(${apart})(?![\\p{L}\\p{N}'’])`,
  'gu',
)
/** The first factor must not be a word of a sentence: `a B-tree`. */
const beforeSign = new RegExp(
  `(?<![\\p{L}\\p{N}'’.])(?:(?<=\\d\\s)|(?![aI]\\s))(${apart})(?=\\s{0,2}[${relation}±⁄{}$]|\\s[+−-]\\s)`,
  'gu',
)

const numberAfterSign = new RegExp(
  `([${relation}±⁄{}]\\s{0,2}\\d{1,4}|[\\p{L}\\p{N})]\\s?\\+\\s?\\d{1,4}|(?:[\\p{L}\\p{N})]\\s?[−-]\\s?|/\\s?\\(?)\\d{1,2}(?=(?!st|nd|rd|th)[a-z]{1,2}\\d?(?![\\p{L}\\p{N}])))(?=[A-Za-z])`,
  'gu',
)
/** Adjacent numbered quantities, as in `Gm1m2`; substances have capital letters. */
const quantities = /(?<![\p{L}\p{N}])([A-Za-z]?)((?:[a-z]\d{1,3}){2,4})(?![\p{L}\p{N}])/gu

const afterFunction = new RegExp(`(?<![A-Za-z])((?:${[...functions].join('|')})\\d)(?=[A-Za-z])`, 'g')

const numberBeforeSign = new RegExp(
  `(?<![\\p{L}\\p{N}.])(\\d{1,4})(?=[A-Za-z][A-Za-z0-9]{0,9}(?:\\s{0,2}[${relation}±⁄}]|\\s?\\+\\s?[\\p{L}\\p{N}(]|\\s?[−-]\\s?\\d))`,
  'gu',
)

/** The state of a substance (gas, liquid, solid, dissolved), dropped because not everybody writes it. */
const stateOfMatter = /\((?:aq|[gls])\)(?<=(?:\d|[A-Z][a-z]|[A-Z]{2}|\d[-+])\((?:aq|[gls])\))/g

const lettersApart = /\b[A-Za-z](?:minus)?\d{0,3}\s{1,2}[A-Za-z](?:minus)?\d{0,3}\b/

/**
 * Joins the factors of a product to one word, as in `PV = nRT`, without the number before them: `m · c2`, and `m c2`
 * beside a sign. Elsewhere, single letters are words.
 */
export function joinProducts(text: string): string {
  const joined = (letters: string) => letters.replace(/\s/g, '')
  let out = /[×·⋅*]/.test(text) ? text.replace(timesSign, '$1') : text
  if (lettersApart.test(out))
    out = out
      .replace(afterSign, (_, sign: string, letters: string) => sign + joined(letters))
      .replace(beforeSign, joined)
  if (out.includes('(')) out = out.replace(stateOfMatter, '')
  if (!/\d[A-Za-z]/.test(out)) return out
  return out
    .replace(numberAfterSign, '$1 ')
    .replace(numberBeforeSign, '$1 ')
    .replace(quantities, (_, first: string, others: string) => `${first} ${others.replace(/(?<=\d)(?=[a-z])/g, ' ')}`)
    .replace(afterFunction, '$1 ')
}
