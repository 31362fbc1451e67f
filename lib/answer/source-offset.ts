/**
 * The offset in a segment's source of the character at `offset` of its decoded text: undoes what the scanner does to
 * line breaks (`\n` as two characters becomes one, `\\n` a backslash and a line break, or `\n` in a program's string).
 */
export function toSourceOffset(source: string, decoded: string, offset: number): number {
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
