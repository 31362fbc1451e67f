/** Where the line of an offset ends. */
export const endOfLine = (yaml: string, from: number) => {
  const end = yaml.indexOf('\n', from)
  return end === -1 ? yaml.length : end
}

/** Where the value of a field ends: all lines that are indented further belong to it. */
export function endOfValue(yaml: string, firstEnd: number, indent: number): number {
  let end = firstEnd
  for (let at = end + 1; at < yaml.length; ) {
    const next = endOfLine(yaml, at)
    const line = yaml.slice(at, next)
    if (line.trim() !== '') {
      if (line.length - line.trimStart().length <= indent) break
      end = next
    }
    at = next + 1
  }
  return end
}
