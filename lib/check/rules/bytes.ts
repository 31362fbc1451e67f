import type { Edit, Mistake } from '@/lib/core/finding'
import type { Rule } from '@/lib/core/rules/registry'

const byteOrderMark = '\uFEFF'

/** The replacement character, and what UTF-8 looks like when it is read as Windows-1252 and saved again. */
const damage = /\uFFFD|â€[\u0080-\u009F\u0153\u02DC\u2018-\u2022\u20AC\u2122¦]|Ã[\u0080-\u00BF]|Â[\u00A0-\u00BF]/g

/** What is on no keyboard: orders to a terminal, and marks that turn the order of what follows around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unseen = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]/g

/** Rules whose edits are in the file as it is; those of all others are in the text that `readText` makes of it. */
export const byteRules: ReadonlySet<Rule> = new Set(['byte-order-mark', 'line-end', 'final-newline'])

/** What is wrong with a file whatever it holds: `raw` is its text with byte-order mark and line ends as they are. */
export function* checkBytes(raw: string): Generator<Mistake> {
  if (raw.startsWith(byteOrderMark)) {
    const message = 'The file begins with a byte-order mark. Save it as UTF-8 without one.'
    yield { at: 0, rule: 'byte-order-mark', message, fix: [{ start: 0, end: 1, text: '' }] }
  }
  yield* checkLineEnds(raw)
  if (!/(?:^|\n|\r)$/.test(raw) && !/\n---[ \t]*\s*&nbsp;$/.test(raw)) {
    const message = 'The last line has no end. Add a line break after it.'
    yield { at: raw.length, rule: 'final-newline', message, fix: [{ start: raw.length, end: raw.length, text: '\n' }] }
  }
  for (const { index, 0: found } of raw.matchAll(damage)) {
    const message = `“${found}” is a letter that was lost when the text was copied or converted. Write the letter that was meant.`
    yield { at: index, rule: 'damaged-text', message }
  }
  for (const { index, 0: found } of raw.replace(damage, (text) => ' '.repeat(text.length)).matchAll(unseen)) {
    const name = `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    yield { at: index, rule: 'damaged-text', message: `${name} stands here, a character that nobody sees. Remove it.` }
  }
}

function* checkLineEnds(raw: string): Generator<Mistake> {
  if (!raw.includes('\r')) return
  const fix = [...raw.matchAll(/\r\n?/g)].map(
    ({ index, 0: end }): Edit => ({ start: index, end: index + end.length, text: '\n' }),
  )
  const lines = fix.length === 1 ? 'One line ends' : `${fix.length} lines end, here the first,`
  const message = `${lines} in a carriage return (CR). Save the file with line feeds (LF) alone.`
  yield { at: fix[0]?.start ?? 0, rule: 'line-end', message, fix }
}
