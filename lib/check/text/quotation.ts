/** How far a quotation is searched for in either direction, in characters. */
const furthest = 1_000

/** What ends a paragraph, an item, a heading or a row of a table. */
const blockEnd = /\n[ \t]*(?=\n|[-*+>#|]|\d{1,3}[.)][ \t])/g

/** Marks that open a quotation, with those that close it. An apostrophe inside a word closes nothing. */
const pairs: [opening: RegExp, closing: RegExp][] = [
  [/“/g, /”/g],
  [/„/g, /[“”]/g],
  [/«/g, /»/g],
  [/»/g, /«/g],
  [/‹/g, /›/g],
  [/「/g, /」/g],
  [/『/g, /』/g],
  [/‘/g, /’(?!\p{L})/gu],
  [/(?<=^|[\s([{"“—–])'(?=\S)/g, /(?<=\S)'(?![\p{L}\p{N}])/gu],
]

/** The text of a paragraph before and after a part of it. */
export function toParagraph(text: string, start: number, end: number): [before: string, after: string] {
  const before = text.slice(Math.max(0, start - furthest), start)
  const last = [...before.matchAll(blockEnd)].at(-1)
  const after = text.slice(end, end + furthest)
  return [last ? before.slice(last.index + last[0].length) : before, after.split(blockEnd, 1)[0] ?? '']
}

/** Whether a part of a text is between quotation marks of any kind. */
export function isQuoted(text: string, start: number, end: number): boolean {
  const [before, after] = toParagraph(text, start, end)
  if (before.split('"').length % 2 === 0 && after.includes('"')) return true
  return pairs.some(([opening, closing]) => {
    const opened = lastIndex(before, opening)
    return opened !== -1 && lastIndex(before.slice(opened + 1), closing) === -1 && lastIndex(after, closing) !== -1
  })
}

const lastIndex = (text: string, mark: RegExp) => [...text.matchAll(mark)].at(-1)?.index ?? -1

/** Whether a part of a paragraph is between backticks. */
export function isInCode(text: string, start: number, end: number): boolean {
  const [before, after] = toParagraph(text, start, end)
  return before.split('`').length % 2 === 0 && after.includes('`')
}
