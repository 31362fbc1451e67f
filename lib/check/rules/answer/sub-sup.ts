import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'
import { matchSigned } from '../../text/match-signed'

/** A few letters or digits between single marks, right behind a letter, digit or bracket. */
const script = /(?<=[\p{L}\p{N})\]])(?:~([\p{L}\p{N}+−-]{1,8})~(?!~)|\^([\p{L}\p{N}+−-]{1,8})\^(?!\^))/gu

export const rule: Rule = {
  name: 'sub-sup',
  severity: 'warning',
  fix: 'writes <sub> and <sup>',
  expects: 'Letters below and above the line are between <sub> and </sub>, <sup> and </sup>, or in a formula.',
  why: 'H~2~O and x^2^ are written for Pandoc; here readers see the marks.',
  wrong: 'Water is H~2~O.',
  right: 'Water is H<sub>2</sub>O.',

  *findInQuestion(file) {
    for (const { index, 0: found, 1: below, 2: above } of matchSigned(file.answer.prose, ['~', '^'], script)) {
      const right = below === undefined ? `<sup>${above}</sup>` : `<sub>${below}</sub>`
      const fix = toAllEdits([toPlainEdit(file, index, index + found.length, right)])
      yield { at: file.answer.toFile(index), message: `${found} is shown as it is. Write ${right}.`, fix }
    }
  },
}
