import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'
import { isMentioned } from '../../text/mentioned'

/** Words between escaped double stars: not the powers of `x\*\*2`. */
const bold =
  /(?<![\p{L}\p{N}\\])\\\*\\\*(?=[\p{L}\p{N}“"])[^\n*\0]{1,200}?(?<=[\p{L}\p{N}.:!?”")])\\\*\\\*(?![\p{L}\p{N}])/gu

/** Lines that would begin an item or a heading. */
const beginning = /(?<=^|\n)[ \t]*(?:\\([-+*])(?= +\S)|\d{1,2}(\\)[.)](?= +\S)|((?:\\#){2,6}|\\###{0,4})(?= +\p{L}))/gu

/** Texts that explain marks rightly write them with a backslash. */
const topic = /\b(?:Markdown|CommonMark|asterisks?|reStructuredText|wiki markup)\b/i

export const rule: Rule = {
  name: 'escaped-mark',
  severity: 'warning',
  fix: 'removes the backslashes',
  expects: 'Stars, hyphens, numbers and # that are Markdown have no backslash before them.',
  why: 'Some converters escape all of them: readers see the marks instead of bold words, lists and headings.',
  wrong: '\\*\\*Heat\\*\\* is energy on its way.',
  right: '**Heat** is energy on its way.',

  *findInQuestion(file) {
    const { answer } = file
    if (!answer.prose.includes('\\') || topic.test(file.text)) return
    for (const { index, 0: found } of answer.prose.matchAll(bold)) {
      const part = { start: index, end: index + found.length }
      if (isMentioned(answer.markdown, part, [found.replaceAll('\\', '')])) continue
      const marks = [...found.matchAll(/\\\*/g)].map((mark) =>
        toPlainEdit(file, index + mark.index, index + mark.index + 1, ''),
      )
      yield { at: answer.toFile(index), message: toMessage('**', 'bold words'), fix: toAllEdits(marks) }
    }
    for (const { text, start } of answer.blocks) {
      const lines = [...text.matchAll(beginning)]
      const first = lines[0]
      if (!first || (lines.length < 2 && first[3] === undefined)) continue
      const marks = lines.flatMap(({ index, 0: line }) =>
        [...line.matchAll(/\\/g)].map((mark) => {
          const at = start + index + mark.index
          return toPlainEdit(file, at, at + 1, '')
        }),
      )
      const at = answer.toFile(start + first.index + first[0].search(/\S/))
      const [mark, made] = first[3] ? ['#', 'a heading'] : [first[0].trim().replace('\\', ''), 'a list']
      yield { at, message: toMessage(mark, made), fix: toAllEdits(marks) }
    }
  },
}

const toMessage = (mark: string, made: string) =>
  `With a backslash before it, ${mark} does not make ${made}: readers see the mark. Remove the backslash.`
