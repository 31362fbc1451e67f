/** The marks of quotes and list items that a line may begin with. */
const marks = /[ \t]{0,100}(?:(>)[ \t]?|((?:[-*+]|\d{1,9}[.)])[ \t]{1,4}))/y

/** What the further lines of a quote or list item begin with, for what begins after `lineStart` in one: `> `, spaces. */
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

/** Whether a line holds nothing but the marks of quotes and list items, and of bold words, before what begins here. */
export const isOnlyMarks = (lineStart: string) =>
  lineStart.length < 500 && /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t]))*[ \t]*[*_]{0,3}$/.test(lineStart)

export const countQuotes = (prefix: string) => prefix.split('>').length - 1

/** How a line begins that has a prefix, or some of it: the last lines of a quote's paragraph may go without its marks. */
function toPattern(prefix: string): string {
  const indent = prefix.slice(prefix.lastIndexOf('>') + 1).length
  const quotes = countQuotes(prefix)
  return quotes > 0 ? `(?:[ \\t]*>[ \\t]?){0,${quotes}}[ \\t]{0,${indent - 1}}` : `[ \\t]{0,${indent}}`
}

/** Removes a prefix from each line but the first. */
export const removePrefix = (text: string, prefix: string) =>
  prefix === '' ? text : text.replace(new RegExp(`\\n${toPattern(prefix)}`, 'g'), '\n')

/** Gives the length of what `removePrefix` removes from the line that begins at an offset. */
export function toPrefixMeasure(prefix: string): (text: string, at: number) => number {
  const pattern = new RegExp(toPattern(prefix), 'y')
  return (text, at) => {
    pattern.lastIndex = at
    return pattern.exec(text)?.[0].length ?? 0
  }
}
