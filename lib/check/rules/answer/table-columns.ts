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
    if (!answer.markdown.includes('|')) return
    for (const { children } of answer.list('table')) {
      const expected = children[0]?.children.length ?? 0
      for (const row of children.slice(1)) {
        const found = row.children.length
        if (found === expected) continue
        const remedy = found < expected ? 'Add the missing cells; they may be empty.' : 'Remove the extra cells.'
        const message = `This row has ${toCells(found)}, the header ${toCells(expected)}. ${remedy} (A | within a cell is written \\|.)`
        yield { at: answer.startOf(row), message }
      }
    }
    for (const { position } of answer.list('paragraph')) {
      const start = position?.start.offset ?? 0
      const found = delimiterRow.exec(answer.markdown.slice(start, position?.end.offset))
      if (!found) continue
      const message =
        'This would be a table, but its header and this line have different numbers of cells. Make them equal.'
      yield { at: answer.toFile(start + found.index + found[0].search(/\S/)), message }
    }
  },
}

const toCells = (count: number) => (count === 1 ? 'one cell' : `${count} cells`)
