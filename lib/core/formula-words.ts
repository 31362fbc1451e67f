import { spellCommands } from './formula-commands'
import { joinProducts } from './formula-products'
import { signs } from './tex-symbols'

/** The words for letters and signs of formulas: the first name where there are two. */
const names = new Map<string, string>([
  ...[...signs].reverse().map(([name, sign]) => [sign.normalize('NFKC'), name] as const),
  ...Object.entries({
    '∆': 'delta',
    ħ: 'hbar',
    '∞': 'infinity',
    '∏': 'product',
    '∫': 'integral',
    '∬': 'integral',
    '∭': 'integral',
    '∮': 'integral',
    '√': 'square root',
    '∛': 'cube root',
    lim: 'limit',
  }),
])

/** Signs, and Greek letters that stand alone or after one for a difference or a sum: all others are parts of words. */
const named =
  /[∂∆∇∞ħ∏∑∫∬∭∮√∛]|\blim(?![A-Za-z])|(?<!\p{Script=Greek})(?:[ΔΣ](?=\p{Script=Greek}(?!\p{Script=Greek}|\p{M}))|\p{Script=Greek}(?!\p{Script=Greek}|\p{M}))|(?<=(?<!\p{Script=Greek})[ΔΣ])\p{Script=Greek}(?!\p{Script=Greek}|\p{M})/gu

const raised = /[\u00b2\u00b3\u00b9\u02b8\u02e3\u1d2c-\u1d61\u2070-\u207f]+/gu
const lowered = /[\u1d62-\u1d6a\u2080-\u209c\u2c7c]+/gu
const fraction = /[\u00bc-\u00be\u2150-\u215e]/gu
const otherLetter = /[\u00b5\u03d0-\u03d6\u03f0\u03f1\u03f5]|(?=\p{L})[\u2100-\u214f]|[\u{1d400}-\u{1d7ff}]/gu

/** A numeric index or power, with its sign or charge. */
const numbered = /[_^](?<=[\p{L}\p{N})\]}][_^])(?:[{(]\s?([-−+]?)(\d{1,9})[-−+]?\s?[})]|([-−+]?)(\d{1,9}))/gu

/** An index of letters, as in `K_{eq}` and `pK_a`; names in programs have more letters. */
const lettered =
  /(?<![\p{L}\p{N}_])(?:([A-Za-z]{1,2})_\{\s?([A-Za-z]{1,4})\s?\}|([A-Za-z]|[a-z][A-Z])_([A-Za-z]{1,3})(?![A-Za-z0-9_]))/gu

const beyondAscii = /[\u0080-\uffff]/

/** Rewrites Unicode's superscripts and subscripts as TeX does, and its mathematical letters as ordinary ones. */
export function spellCharacters(text: string): string {
  if (!beyondAscii.test(text)) return text
  const toPlain = (characters: string) => characters.normalize('NFKC').replaceAll('−', '-')
  return text
    .replace(raised, (power) => `^{${toPlain(power)}}`)
    .replace(lowered, (index) => `_{${toPlain(index)}}`)
    .replace(fraction, (number) => ` ${toPlain(number)} `)
    .replace(otherLetter, toPlain)
}

const spellScripts = (text: string) =>
  /[_^]/.test(text)
    ? text
        .replace(
          numbered,
          (_, sign = '', digits = '', bareSign = '', bareDigits = '') =>
            `${/[-−]/.test(sign + bareSign) ? 'minus' : ''}${digits}${bareDigits}`,
        )
        .replace(lettered, '$1$2$3$4')
    : text

/**
 * Normalises formulas, so that they have the same words however they are written: `E = mc²`, `$E = m \cdot c^{2}$` and
 * `E=mc^2` become `E mc2`; `√2`, `sqrt(2)` and `\sqrt{2}` become `square root 2`. Operators and relations are not words.
 */
export function spellFormulas(text: string): string {
  const spelled = spellScripts(spellCharacters(text))
  return joinProducts(spelled.includes('\\') ? spellScripts(spellCommands(spelled)) : spelled)
}

/** Replaces letters and signs of formulas with their names. This is the last step, because `Θ(n)` is read before. */
export const nameSigns = (text: string) =>
  beyondAscii.test(text) || text.includes('lim') ? text.replace(named, (sign) => ` ${names.get(sign) ?? sign} `) : text
