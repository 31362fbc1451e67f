/** The quote and list markers that a line may begin with. */
const marks = /[ \t]{0,100}(?:(>)[ \t]?|((?:[-*+]|\d{1,9}[.)])[ \t]{1,4}))/y

/** What the lines after one that begins with `lineStart` begin with in its quotes and list items: `> `, spaces. */
export function toLinePrefix(lineStart: string): string {
  let prefix = ''
  let at = 0
  for (let levels = 0; levels < 100; levels += 1) {
    marks.lastIndex = at
    const found = marks.exec(lineStart)
    if (!found) break
    prefix += found[1] ? `${found[0].slice(0, found[0].indexOf('>'))}> ` : ' '.repeat(found[0].length)
    at = marks.lastIndex
  }
  return prefix + (/^[ \t]{0,100}/.exec(lineStart.slice(at, at + 100))?.[0] ?? '')
}

/** Whether the beginning of a line has only the marks of quotes, list items and bold words. */
export const isOnlyMarks = (lineStart: string) =>
  lineStart.length < 500 && /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t]))*[ \t]*[*_]{0,3}$/.test(lineStart)

export const countQuotes = (prefix: string) => prefix.split('>').length - 1

/** Matches all or part of a prefix: the later lines of a quote's paragraph may omit the markers. */
function toPattern(prefix: string): string {
  const indent = prefix.slice(prefix.lastIndexOf('>') + 1).length
  const quotes = countQuotes(prefix)
  return quotes > 0 ? `(?:[ \\t]*>[ \\t]?){0,${quotes}}[ \\t]{0,${indent - 1}}` : `[ \\t]{0,${indent}}`
}

/** Removes a prefix from every line except the first. */
export const removePrefix = (text: string, prefix: string) =>
  prefix === '' ? text : text.replace(new RegExp(`\\n${toPattern(prefix)}`, 'g'), '\n')

/** Returns a function for the length of what `removePrefix` removes from the line that begins at an offset. */
export function toPrefixMeasure(prefix: string): (text: string, at: number) => number {
  const pattern = new RegExp(toPattern(prefix), 'y')
  return (text, at) => {
    pattern.lastIndex = at
    return pattern.exec(text)?.[0].length ?? 0
  }
}
