import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'

const fence = /(?<=^|\n|\0)[ \t]*('''|´´´|‘‘‘|’’’|"""|“““|‘’‘)([a-z+#]{0,20})[ \t]*(?=\n|$|\0)/gi

export const rule: Rule = {
  name: 'fence-marks',
  severity: 'error',
  fix: 'writes backticks',
  expects: 'A program is between lines of three backticks (```).',
  why: 'Other marks are text: readers see the program as a paragraph.',
  wrong: "'''python\nprint(1)\n'''",
  right: '```python\nprint(1)\n```',

  *findInQuestion(file) {
    const { answer } = file
    const lines = [...answer.prose.matchAll(fence)].filter(({ index, 0: line }) =>
      /^\n?$/.test(answer.markdown.slice(index + line.length, index + line.length + 1)),
    )
    for (let at = 0; at + 1 < lines.length; at += 2) {
      const [open, close] = [lines[at], lines[at + 1]]
      if (!open || !close || open[1] !== close[1] || close[2] !== '') return
      const edits = [open, close].map(({ index, 0: line, 1: marks = '' }) => {
        const start = index + line.indexOf(marks)
        return toPlainEdit(file, start, start + marks.length, '```')
      })
      const message = `${open[1]} does not begin a program. Write \`\`\` here, and where the program ends.`
      yield { at: answer.toFile(open.index + open[0].search(/\S/)), message, fix: toAllEdits(edits) }
    }
  },
}
