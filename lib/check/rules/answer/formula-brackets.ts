import { listLostFormulas } from '../../question/lost-brackets'
import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'formula-brackets',
  severity: 'error',
  fix: 'puts the formula between dollar signs',
  expects: 'A formula is between $ and $, or \\( and \\); a displayed one between $$ and $$, or \\[ and \\].',
  why: 'Text copied from a chatbot often loses the backslashes of \\( and \\[: readers see the source.',
  wrong: 'It is ( F = \\frac{dp}{dt} ).',
  right: 'It is $F = \\frac{dp}{dt}$.',

  *findInQuestion(file) {
    const { answer } = file
    for (const { start, end, display } of listLostFormulas(answer)) {
      const sign = display ? '$$' : '$'
      const inner = answer.markdown.slice(start + 1, end - 1)
      const before = inner.length - inner.trimStart().length
      const after = inner.length - inner.trimEnd().length
      const isPlain = !inner.includes('$')
      const edits = [
        toPlainEdit(file, start, start + 1 + (display ? 0 : before), sign),
        toPlainEdit(file, end - 1 - (display ? 0 : after), end, sign),
      ]
      const message = `Readers see the source of this formula: its brackets lost their backslashes. Write ${sign}…${sign}.`
      yield { at: answer.toFile(start), message, fix: isPlain ? toAllEdits(edits) : undefined }
    }
  },
}
