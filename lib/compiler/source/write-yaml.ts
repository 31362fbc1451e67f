import { dump } from 'js-yaml'
import type { Edit } from '@/lib/core/finding'
import type { ScalarStyle } from './scalar-offset'

/**
 * A text as a YAML value on one line: plain if it is read back unchanged, else in quotes. It is valid anywhere, even in
 * `[a, b]` and `{ a: b }`, and before a colon.
 */
export const toYamlText = (text: string, quotes?: 'single' | 'double'): string =>
  dump([text], {
    flowLevel: 0,
    lineWidth: -1,
    quoteStyle: quotes ?? 'double',
    forceQuotes: quotes !== undefined,
  })
    .trimEnd()
    .slice(1, -1)

/** Where a scalar is in a file and how it is written: `start` and `end` are those of its text, without quotes. */
export type ScalarPlace = { start: number; end: number | undefined; style: ScalarStyle }

/**
 * Replaces a scalar of one line, keeping its style: plain, quoted, or block. Undefined if that is not possible: in a
 * block, a text must be one line without space around it.
 */
export function toScalarEdit({ start, end, style }: ScalarPlace, text: string): Edit[] | undefined {
  if (end === undefined || style === 'none') return undefined
  if (style === 'plain') return [{ start, end, text: toYamlText(text) }]
  if (style === 'block') return isBlockLine(text) ? [{ start, end, text }] : undefined
  return [{ start: start - 1, end: end + 1, text: toYamlText(text, style) }]
}

const isBlockLine = (text: string) => text !== '' && text.trim() === text && !unprintable.test(text)

/** What YAML can only have in quotes (https://yaml.org/spec/1.2.2/#51-character-set), and line breaks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression is there to find them
const unprintable = /[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/u
