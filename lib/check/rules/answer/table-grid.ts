import type { Rule } from '../../rule'

const line = /(?<=^|\n)[ \t]*\+(?:[-=]{2,}\+)+[ \t]*(?=\n|$)/g

export const rule: Rule = {
  name: 'table-grid',
  severity: 'warning',
  expects: 'A table is written with | and a line of | --- | below its header.',
  why: 'Other programs draw a grid of +---+ as a table; here readers see its marks.',
  wrong: '+---+---+\n| A | B |\n+===+===+\n| 1 | 2 |\n+---+---+',
  right: '| A | B |\n| --- | --- |\n| 1 | 2 |',

  *findInQuestion({ answer }) {
    if (!answer.prose.includes('|')) return
    for (const { text, start } of answer.blocks) {
      const [first, second] = text.matchAll(line)
      if (!first || !second || !text.includes('|')) continue
      const message =
        'This grid is not a table here. Remove the lines of +---+, and write | --- | --- |, with a cell for each column, below the header.'
      yield { at: answer.toFile(start + first.index + first[0].search(/\S/)), message }
    }
  },
}
