import type { Mistake } from '@/lib/core/finding'
import type { QuestionFile } from '../question-file'

const delimiterRow = /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$/m

/** Rows with more or fewer cells than their table's header, and tables that are none for that reason. */
export function* checkTables({ answer }: QuestionFile): Generator<Mistake> {
  for (const { children } of answer.list('table')) {
    const expected = children[0]?.children.length ?? 0
    for (const row of children.slice(1)) {
      const found = row.children.length
      if (found === expected) continue
      const remedy =
        found < expected ? 'Add the cells that are missing; they may be empty.' : 'Remove what is too much.'
      const message = `This row has ${toCells(found)}, the header ${toCells(expected)}. ${remedy} (A | within a cell is written \\|.)`
      yield { at: answer.startOf(row), rule: 'table-columns', message }
    }
  }
  for (const { position } of answer.list('paragraph')) {
    const start = position?.start.offset ?? 0
    const found = delimiterRow.exec(answer.markdown.slice(start, position?.end.offset))
    if (!found) continue
    const message = 'This would be a table, but its header has another number of cells than this line. Make them equal.'
    yield { at: answer.toFile(start + found.index + found[0].search(/\S/)), rule: 'table-columns', message }
  }
}

const toCells = (count: number) => (count === 1 ? 'one cell' : `${count} cells`)
