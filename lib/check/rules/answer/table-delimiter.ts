import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { QuestionFile } from '../../question/question-file'
import type { Rule } from '../../rule'

/** A delimiter row as other formats write it: +---+, with equals signs, or with spaces around the hyphens of a cell. */
const isDrawn = (line: string) =>
  /^[ \t]*\|[-=+|: \t]+\|[ \t]*$/.test(line) && (/-\+-|={2}/.test(line) || /:[ \t]+-+|-[ \t]+:/.test(line))
const isMarks = (line: string) => /^[-–—−|: \t]+$/.test(line) && /[-–—−][ \t:]*\|/.test(line)
const isRow = (line: string) => line.startsWith('|') && line.endsWith('|') && line.length > 2

export const rule: Rule = {
  name: 'table-delimiter',
  severity: 'error',
  fix: 'writes hyphens in place of an editor’s autocorrected dashes, and | in place of +',
  expects: 'The second line of a table is | --- | --- |, of hyphens.',
  why: 'Without it there is no table: readers see all cells in one paragraph.',
  wrong: '| A | B |\n| –– | –– |\n| 1 | 2 |',
  right: '| A | B |\n| --- | --- |\n| 1 | 2 |',

  *findInQuestion(file) {
    for (const { text, start } of file.answer.blocks) {
      if (text.includes('|') && text.includes('\n')) yield* findIn(file, text, start)
    }
  },
}

function* findIn(file: QuestionFile, text: string, start: number) {
  const lines = text.split('\n')
  const [header = '', marks = ''] = lines
  const lead = marks.search(/\S/)
  if (header.includes('|') && isMarks(marks) && /[–—−]/.test(marks)) {
    const at = start + header.length + 1 + lead
    const edit = toPlainEdit(file, at, at + marks.trim().length, marks.trim().replace(/[-–—−]+/g, '---'))
    const message = 'This line does not make a table: its dashes are not hyphens. Write --- in each cell.'
    yield { at: file.answer.toFile(at), message, fix: toAllEdits([edit]) }
    return
  }
  if (isRow(header.trim()) && isDrawn(marks)) {
    const at = start + header.length + 1 + lead
    const right = marks
      .trim()
      .replace(/\+/g, '|')
      .replace(/=+/g, '---')
      .replace(/:[ \t]+-/g, ':-')
      .replace(/-[ \t]+:/g, '-:')
    const isRight = right.split('|').length === header.trim().split('|').length
    const message =
      'This line does not make a table. Write | and --- for each cell, and a colon only right beside the hyphens.'
    const fix = isRight ? toAllEdits([toPlainEdit(file, at, at + marks.trim().length, right)]) : undefined
    yield { at: file.answer.toFile(at), message, ...(fix && { fix }) }
    return
  }
  const cells = lines.map((line) => (isRow(line.trim()) ? line.split('|').length - 2 : 0))
  const columns = cells[0] ?? 0
  if (columns < 2 || cells.some((count) => count !== columns) || lines.some(isMarks)) return
  const message = `These lines are not a table yet. Write the line ${'| --- '.repeat(columns)}| below the header.`
  yield { at: file.answer.toFile(start + text.search(/\S/)), message }
}
