import type { List, Parents } from 'mdast'
import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { QuestionFile } from '../../question/question-file'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'list-indent',
  severity: 'warning',
  fix: 'indents the lines of the inner list',
  expects: 'A list inside a numbered item is indented as far as the text of that item: by three spaces under “1. ”.',
  why: 'With fewer spaces it ends the numbered list, and its items no longer belong to the numbered one.',
  wrong: '1. Ice\n  - is solid\n  - floats\n2. Water',
  right: '1. Ice\n   - is solid\n   - floats\n2. Water',

  *findInQuestion(file) {
    const { answer } = file
    for (const { children } of [...answer.list('root'), ...answer.list('blockquote')] as Parents[]) {
      for (const [index, outer] of children.entries()) {
        const inner = children[index + 1]
        if (outer.type !== 'list' || !outer.ordered || inner?.type !== 'list' || inner.ordered) continue
        const missing = toColumn(file, outer) - (inner.position?.start.column ?? 1)
        if ((inner.position?.start.column ?? 1) === 1 || missing < 1) continue
        const spaces = ' '.repeat(missing)
        const edits = listLineStarts(answer.markdown, inner).map((at) => toPlainEdit(file, at, at, spaces))
        const message = `This list is not inside the item above. Indent each of its lines by ${missing === 1 ? 'one more space' : `${missing} more spaces`}.`
        yield { at: answer.startOf(inner), message, fix: toAllEdits(edits) }
      }
    }
  },
}

/** The column in which the text of a list's last item begins. */
function toColumn({ answer }: QuestionFile, { children }: List): number {
  const position = children.at(-1)?.position
  const written = answer.markdown.slice(position?.start.offset, position?.end.offset)
  return (position?.start.column ?? 1) + (/^\d+[.)][ \t]*/.exec(written)?.[0].length ?? 0)
}

/** Where the non-empty lines of a list begin, after the markers of a quote. */
function listLineStarts(markdown: string, { position }: List): number[] {
  const first = markdown.lastIndexOf('\n', position?.start.offset) + 1
  const lines = markdown.slice(first, position?.end.offset).matchAll(/^((?:[ \t]*>[ \t]?)*)[ \t]*[^\s>]/gm)
  return Array.from(lines, ({ index, 1: marks = '' }) => first + index + marks.length)
}
