/** Where the line ends that an offset is in. */
export const endOfLine = (yaml: string, from: number) => {
  const end = yaml.indexOf('\n', from)
  return end === -1 ? yaml.length : end
}

/** Where the lines end that are indented further than a field, and so belong to it. */
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
