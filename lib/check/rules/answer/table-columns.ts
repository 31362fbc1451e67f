import type { TableRow } from 'mdast'
import type { Rule } from '../../rule'

const delimiterRow =
  /^[ \t]*(?:\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?|\|(?:[ \t]*:?-+:?[ \t]*\|)+)[ \t]*$/m

export const rule: Rule = {
  name: 'table-columns',
  severity: 'warning',
  expects: 'Every row of a table has as many cells as its header.',
  why: 'Extra cells are not shown; if the second line does not match the header, there is no table at all.',
  wrong: '| Unit | Meaning |\n| --- | --- |\n| J | joule | energy |',
  right: '| Unit | Meaning |\n| --- | --- |\n| J | joule |',

  *findInQuestion({ answer }) {
    const { markdown } = answer
    if (!markdown.includes('|')) return
    for (const { children } of answer.list('table')) {
      const expected = children[0]?.children.length ?? 0
      for (const row of children.slice(1)) {
        const found = row.children.length
        if (found === expected) continue
        const isText = !markdown.slice(row.position?.start.offset, row.position?.end.offset).includes('|')
        yield { at: answer.startOf(row), message: isText ? textAfter : toMessage(found, expected) }
      }
      const torn = children.at(-1)
      if (torn && isTorn(markdown, torn)) yield { at: answer.startOf(torn), message: tornRow }
    }
    for (const { position } of answer.list('paragraph')) {
      const start = position?.start.offset ?? 0
      const text = markdown.slice(start, position?.end.offset)
      const found = delimiterRow.exec(text)
      if (!found) continue
      const header = (found.index === 0 ? '' : text.slice(0, found.index - 1)).split('\n').at(-1) ?? ''
      const isSame = countCells(header) === countCells(found[0])
      const message = header === '' ? headerAway : isSame ? tableWithin : headerUnlike
      yield { at: answer.toFile(start + found.index + found[0].search(/\S/)), message }
    }
  },
}

/** Whether a row does not end in |, but the next line, which is no longer part of the table, does. */
function isTorn(markdown: string, { position }: TableRow): boolean {
  const row = markdown.slice(position?.start.offset, position?.end.offset).trim()
  const [, next = ''] = markdown.slice(position?.end.offset).split('\n', 2)
  return /^\|.*[^|]$/.test(row) && next.trim().endsWith('|')
}

const tornRow =
  'This row breaks off within a cell, which ends the table. Write the row on one line, with <br> for a line break.'
const textAfter =
  'This line is shown as a row of the table above. Write a blank line before it, or | between its cells.'
const headerAway =
  'This line does not make a table by itself. Write the header directly above it and the rows directly below, without blank lines.'
const tableWithin =
  'This would be a table, but it is part of the item or quote above. Leave a blank line before the header, or indent all its lines like the text of the item.'
const headerUnlike =
  'This would be a table, but its header and this line have different numbers of cells. Make them equal.'

function toMessage(found: number, expected: number): string {
  const remedy = found < expected ? 'Add the missing cells; they may be empty.' : 'Remove the extra cells.'
  return `This row has ${toCells(found)}, the header ${toCells(expected)}. ${remedy} (A | within a cell is written \\|.)`
}

const countCells = (line: string) =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/).length

const toCells = (count: number) => (count === 1 ? 'one cell' : `${count} cells`)
