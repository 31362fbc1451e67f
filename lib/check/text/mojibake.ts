/** How Windows-1252 decodes the bytes 0x80 to 0x9F (https://encoding.spec.whatwg.org/index-windows-1252.txt). */
const high = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ'

const toClass = (letters: string) => `[${letters.replace(/[\\\]^-]/g, '\\$&')}\u0080-\u00BF]`
const any = toClass(high)
/** Quotation marks, dashes and an ellipsis may correctly follow a letter. */
const noMark = toClass(high.replace(/[…‹‘’“”•–—›]/g, ''))

/**
 * The replacement character, and what UTF-8 looks like when it is read as Windows-1252 and saved again: letters with
 * accents, Greek, punctuation, signs, emoji.
 */
export const damage = new RegExp(
  `\uFFFD|ðŸ${any}{0,2}|â${any}${any}|[Î]${noMark}|[ÏÃ]${noMark}|Ã${any}(?=\\p{Ll})|Â[\u00A0-\u00BF]`,
  'gu',
)

/** The original text, if the bytes are valid UTF-8; undefined if it is lost. */
export function repair(found: string): string | undefined {
  const bytes = Array.from(found, (letter) => {
    const index = high.indexOf(letter)
    return index >= 0 ? 0x80 + index : (letter.codePointAt(0) ?? 0)
  })
  if (bytes.some((byte) => byte > 0xff)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    return undefined
  }
}
