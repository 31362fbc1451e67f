import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'heading-space',
  severity: 'warning',
  fix: 'adds the space',
  expects: 'A space stands between the marks of a heading and its text.',
  why: 'Without it Markdown sees no heading, and readers see the marks.',
  wrong: '##Causes',
  right: '## Causes',

  *findInQuestion({ answer }) {
    for (const { index, 0: found, 1: marks = '' } of answer.prose.matchAll(/(?<=^|\n|\0)[ ]*(#{2,6})(?=\p{L})/gu)) {
      const lineStart = answer.markdown.lastIndexOf('\n', index) + 1
      if (answer.markdown.slice(lineStart, index).trim() !== '') continue
      const at = answer.toFile(index + found.length - marks.length)
      const message = `This is no heading yet: a space is missing after ${marks}.`
      yield { at, message, fix: [{ start: at + marks.length, end: at + marks.length, text: ' ' }] }
    }
  },
}
