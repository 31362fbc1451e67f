import { bulletAndTab } from '../../question/bullet-lines'
import type { Rule } from '../../rule'

/** A bullet or a number only if every line has one; otherwise it may be the first cell of a row. */
const possible = /^(?:[o§Øü]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)])[ \u00A0]*\t/
/** If they differ from line to line, each is a sign that its row explains. */
const mark = /^[-*+]\t/

export const rule: Rule = {
  name: 'table-tabs',
  severity: 'warning',
  expects: 'The cells of a table are between |, not between tabs.',
  why: 'Cells pasted from a spreadsheet do not make a table: they all run into one paragraph.',
  wrong: 'Unit\\tMeaning\nJ\\tjoule        (with tabs)',
  right: '| Unit | Meaning |\n| --- | --- |\n| J | joule |',

  *findInQuestion({ answer }) {
    for (const { text, start } of answer.blocks) {
      if (!text.includes('\t')) continue
      const lines = text.split('\n').map((line) => line.trim())
      const counts = countTabs(lines)
      const tabs = counts.find((count, index) => count > 0 && count === counts[index + 1])
      if (tabs === undefined) continue
      const message = `These lines have tabs between their cells, which do not make a table. Write | around each cell, and the line ${'| --- '.repeat(tabs + 1)}| below the header.`
      yield { at: answer.toFile(start + text.search(/\S/)), message }
    }
  },
}

/** How many tabs each line has between cells; one after a bullet or a number does not count. */
function countTabs(lines: readonly string[]): number[] {
  const counts = lines.map((line) => line.split('\t').length - 1)
  const pairs = lines.filter((line, index) => counts[index] === 1 && !bulletAndTab.test(line))
  const areMarks = new Set(pairs.map((line) => mark.exec(line)?.[0])).size === 1 && mark.test(pairs[0] ?? '')
  const areItems = areMarks || pairs.every((line) => possible.test(line))
  return counts.map((count, index) => (count === 1 && (areItems || bulletAndTab.test(lines[index] ?? '')) ? 0 : count))
}
