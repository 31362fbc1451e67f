import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'table-tabs',
  severity: 'warning',
  expects: 'The cells of a table are between |, not between tabs.',
  why: 'What is pasted from a spreadsheet is no table: all cells run into one paragraph.',
  wrong: 'Unit\\tMeaning\nJ\\tjoule        (with tabs)',
  right: '| Unit | Meaning |\n| --- | --- |\n| J | joule |',

  *findInQuestion({ answer }) {
    for (const { text, start } of answer.blocks) {
      const counts = text.includes('\t') ? text.split('\n').map((line) => line.trim().split('\t').length - 1) : []
      const tabs = counts.find((count, index) => count > 0 && count === counts[index + 1])
      if (tabs === undefined) continue
      const message = `These lines have tabs between their cells, which make no table. Write | around each cell, and the line ${'| --- '.repeat(tabs + 1)}| below the header.`
      yield { at: answer.toFile(start + text.search(/\S/)), message }
    }
  },
}
