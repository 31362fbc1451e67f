import type { List, Parents } from 'mdast'
import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { QuestionFile } from '../../question/question-file'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'list-indent',
  severity: 'warning',
  fix: 'indents the lines of the list within',
  expects: 'A list within a numbered item is indented as far as the words of that item: by three spaces below “1. ”.',
  why: 'With less it ends the numbered list, and its items stand beside those that they belong to.',
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
        const message = `This list is not within the item above: it is indented by ${missing} too few. Put ${missing === 1 ? 'a space' : `${missing} spaces`} before each of its lines.`
        yield { at: answer.startOf(inner), message, fix: toAllEdits(edits) }
      }
    }
  },
}

/** The column in which the words of the last item of a list begin. */
function toColumn({ answer }: QuestionFile, { children }: List): number {
  const position = children.at(-1)?.position
  const written = answer.markdown.slice(position?.start.offset, position?.end.offset)
  return (position?.start.column ?? 1) + (/^\d+[.)][ \t]*/.exec(written)?.[0].length ?? 0)
}

/** Where the lines of a list begin that are not empty, behind the marks of a quote. */
function listLineStarts(markdown: string, { position }: List): number[] {
  const first = markdown.lastIndexOf('\n', position?.start.offset) + 1
  const lines = markdown.slice(first, position?.end.offset).matchAll(/^((?:[ \t]*>[ \t]?)*)[ \t]*[^\s>]/gm)
  return Array.from(lines, ({ index, 1: marks = '' }) => first + index + marks.length)
}
