import { toPrefixMeasure } from './line-prefix'

/**
 * The offset in a segment's source of the character at `offset` of its decoded text: undoes what the scanner does to
 * line breaks (`\n` as two characters becomes one, `\\n` a backslash and a line break, or `\n` in a program's string),
 * and to the `prefix` of a formula's lines.
 */
export function toSourceOffset(source: string, decoded: string, offset: number, prefix = ''): number {
  if (prefix === '') return toOffsetInText(source, decoded, offset)
  const measure = toPrefixMeasure(prefix)
  let lineStart = 0
  let at = 0
  for (let end = decoded.indexOf('\n'); end !== -1 && end < offset; end = decoded.indexOf('\n', lineStart)) {
    at += toOffsetInText(source.slice(at), decoded.slice(lineStart, end + 1), end + 1 - lineStart)
    at += measure(source, at)
    lineStart = end + 1
  }
  return at + toOffsetInText(source.slice(at), decoded.slice(lineStart), offset - lineStart)
}

function toOffsetInText(source: string, decoded: string, offset: number): number {
  let at = 0
  for (let done = 0; done < offset && at < source.length; ) {
    const backslash = source.indexOf('\\', at)
    const plain = Math.min((backslash === -1 ? source.length : backslash) - at, offset - done)
    at += plain
    done += plain
    if (plain > 0) continue
    const literalBreak = source.startsWith('\\n', at)
    if (literalBreak && decoded[done] === '\n') at += 2
    else if (literalBreak && decoded[done] === '\\' && decoded[done + 1] === '\n') at += 0
    else if (source.startsWith('\\\\n', at) && decoded.startsWith('\\n', done)) at += 2
    else at += 1
    done += 1
  }
  return at
}
