import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'

/** The bullets of word processors, and dashes; marks of Markdown with a space that does not break. */
const bullet =
  /(?<=^|\n)([ \t]*)([•◦▪▫‣⁃●○■□➔➢➤►✓✔\uF0A7\uF0B7\uF0D8\uF0FC][ \t\u00A0]*|[·–—→][ \t\u00A0]+|[o§](?:\t| {2,})[ \t]*|[-*+][\u00A0\u2002-\u200A\u202F]+[ \t]*|\d{1,2}[.)][\u00A0\u2002-\u200A\u202F]+[ \t]*)(?=[^\s•])/g

/** What each of them has. */
const sign = /[^\x20-\x7e\n]| {2}/

export const rule: Rule = {
  name: 'list-bullet',
  severity: 'warning',
  fix: 'writes a hyphen, or a number, and a space',
  expects: 'The items of a list begin with a hyphen and a space, or a number, a period and a space.',
  why: 'The bullets and no-break spaces of word processors make no list: all lines run into one paragraph.',
  wrong: '• Ice\n• Water',
  right: '- Ice\n- Water',

  *findInQuestion(file) {
    const { answer } = file
    for (const { text, start } of answer.blocks) {
      if (!sign.test(text)) continue
      const items = [...text.matchAll(bullet)]
      const first = items[0]
      if (!first || (items.length < 2 && !isSure(first[2] ?? ''))) continue
      const edits = items.map(({ index, 1: indent = '', 2: mark = '' }) => {
        const at = start + index + indent.length
        return toPlainEdit(file, at, at + mark.length, `${/^\d+[.)]/.exec(mark)?.[0] ?? '-'} `)
      })
      const shown = (first[2] ?? '').trim()
      const message = /^[-*+\d]/.test(shown)
        ? `This is no list yet: the space after ${shown} is one that does not break. Write a plain one.`
        : `This is no list yet: begin each item with a hyphen and a space instead of ${shown}.`
      yield { at: answer.toFile(start + first.index + (first[1] ?? '').length), message, fix: toAllEdits(edits) }
    }
  },
}

/** Whether a single line is meant as a list: a dash may begin a line of a dialogue. */
const isSure = (mark: string) => /^[-*+•▪\d\uF0A7\uF0B7\uF0D8\uF0FC]/.test(mark)
