import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'
import { matchIfContains } from '../../text/match-if-contains'
import { isMentioned, toCodeRemedy } from '../../text/mentioned'

/** A few letters or digits between single marks, right after a letter, digit or bracket. */
const script = /(?<=[\p{L}\p{N})\]])(?:~([\p{L}\p{N}+−-]{1,8})~(?!~)|\^([\p{L}\p{N}+−-]{1,8})\^(?!\^))/gu

/** Words in texts that are about these marks rather than use them. */
const topic = /\b(?:Pandoc|Markdown|tildes?|carets?)\b/

export const rule: Rule = {
  name: 'sub-sup',
  severity: 'warning',
  fix: 'writes <sub> and <sup>, unless the text may be about the marks',
  expects: 'Subscripts and superscripts are between <sub> and </sub>, <sup> and </sup>, or in a formula.',
  why: 'H~2~O and x^2^ are written for Pandoc; here readers see the marks.',
  wrong: 'Water is H~2~O.',
  right: 'Water is H<sub>2</sub>O.',

  *findInQuestion(file) {
    for (const { index, 0: found, 1: below, 2: above } of matchIfContains(file.answer.prose, ['~', '^'], script)) {
      const right = below === undefined ? `<sup>${above}</sup>` : `<sub>${below}</sub>`
      const part = { start: index, end: index + found.length }
      const isMention = topic.test(file.text) || isMentioned(file.answer.markdown, part, [])
      const fix = isMention ? undefined : toAllEdits([toPlainEdit(file, part.start, part.end, right)])
      const message = `${found} is shown as it is. Write ${right}.${isMention ? toCodeRemedy(found) : ''}`
      yield { at: file.answer.toFile(index), message, fix }
    }
  },
}
