/** An invisible character; `isRemovable` if the text is the same without it. */
export type Invisible = { index: number; found: string; name: string; isRemovable: boolean }

const candidate =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the expression is there to find them
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00AD\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uE000-\uF8FF\u{E0000}-\u{E007F}\u{F0000}-\u{10FFFD}]|\u034F/gu

const names: [from: number, to: number, name: string][] = [
  [0xad, 0xad, 'a soft hyphen'],
  [0x200b, 0x200b, 'a zero-width space'],
  [0x200e, 0x200f, 'a direction mark'],
  [0x2028, 0x2029, 'a line separator'],
  [0x202a, 0x202e, 'a mark that changes the direction of text'],
  [0x2066, 0x2069, 'a mark that changes the direction of text'],
  [0xe000, 0xf8ff, 'a sign that only one font has'],
  [0xe0000, 0xe007f, 'a hidden letter'],
  [0xf0000, 0x10fffd, 'a sign that only one font has'],
]

/** Scripts whose words are not separated by spaces, or whose letters join: these marks mean something there. */
const joining =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Mongolian}\p{Extended_Pictographic}]|\uFE0F/u
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

const bullet = /[\uF0A7\uF0B7\uF0D8\uF0FC]/

/** All invisible characters of a file, except where its script needs them, and except a byte-order mark. */
export function* listInvisible(raw: string): Generator<Invisible> {
  const isRightToLeft = rightToLeft.test(raw)
  let inFlag = -1
  for (const { index, 0: found } of raw.matchAll(candidate)) {
    const code = found.codePointAt(0) ?? 0
    if (isTag(code)) {
      // The letters of a flag, such as Scotland’s, follow a black one.
      if (raw.startsWith('\u{1F3F4}', index - 2) || inFlag === index) {
        inFlag = index + found.length
        continue
      }
    }
    const isMarkOfDirection = code === 0x200e || code === 0x200f || (code >= 0x2066 && code <= 0x2069)
    if ((code === 0xfeff && index === 0) || (isMarkOfDirection && isRightToLeft)) continue
    const isJoiner = code === 0x200b || code === 0x200c || code === 0x200d || code === 0x180e
    if (isJoiner && joining.test(around(raw, index))) continue
    // A bullet from Word: the rule list-bullet says what to write.
    if (bullet.test(found) && /(?:^|\n)[ \t]*$/.test(raw.slice(Math.max(0, index - 20), index))) continue
    yield { index, found, name: toName(code), isRemovable: isRemovable(code) }
  }
}

const isTag = (code: number) => code >= 0xe0000 && code <= 0xe007f

const isRemovable = (code: number) =>
  isTag(code) || [0xad, 0x34f, 0x180e, 0xfeff].includes(code) || (code >= 0x200b && code <= 0x200f) || isWordMark(code)

/** A word joiner, or an invisible operator of a formula. */
const isWordMark = (code: number) => code >= 0x2060 && code <= 0x2064

const around = (raw: string, index: number) => raw.slice(Math.max(0, index - 3), index + 4)

function toName(code: number): string {
  const sign = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  const name = names.find(([from, to]) => code >= from && code <= to)?.[2]
  return name ? `${sign}, ${name},` : `${sign}`
}
