import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { Edit } from '@/lib/core/finding'

/** An HTML character reference, maybe escaped twice and with a backslash; a percent sign; or a command, which is skipped. */
const sign =
  /\\?&(?:amp;)?(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});|\\verb\*?([^a-z*\s]).*?\2|\\(?:[a-z]+|[\s\S])|%/gi

/** TeX with alignment: anywhere else, an ampersand is an ordinary character. */
const aligns = /\\begin\b|\\(?:matrix|pmatrix|cases|eqalign)\b/

/** Characters that KaTeX draws only when escaped. */
const special = /[&%$#]/

/**
 * The edits to a formula's TeX that make it mean what its author sees: character references (`&lt;`, from editors that
 * write HTML) are decoded, and percent signs escaped. In TeX they begin comments, and what follows would be lost.
 */
export function* findSigns(tex: string): Generator<Edit> {
  for (const { 0: found, 1: name, index } of tex.matchAll(sign)) {
    const end = index + found.length
    if (found === '%') yield { start: index, end, text: isLineEnd(tex, index) ? '' : '\\%' }
    const decoded = name && decodeReference(name)
    if (decoded) yield { start: index, end, text: toTex(decoded, found.startsWith('\\') || !aligns.test(tex)) }
  }
}

/** Whether a `%` only hides the end of its line, as after a brace, so that no content is lost with it. */
const isLineEnd = (tex: string, at: number) =>
  /^%[ \t]*(?:\n|$)/.test(tex.slice(at, at + 100)) &&
  /(?:^|\n|\{|&|\\\\|\\(?:begin|end)\{[^{}\n]{0,30}\})[ \t]*$/.test(tex.slice(Math.max(0, at - 60), at))

function toTex(decoded: string, isSign: boolean): string {
  if (decoded === '\u00a0') return ' '
  return special.test(decoded) && (isSign || decoded !== '&') ? `\\${decoded}` : decoded
}

/** The character of `#38`, `#x26` or `amp`; undefined if there is none. */
function decodeReference(name: string): string | undefined {
  if (!name.startsWith('#')) return decodeNamedCharacterReference(name) || undefined
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xf8ff) ? String.fromCodePoint(code) : undefined
}
