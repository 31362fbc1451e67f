import type { AnswerText } from '../../question/answer-text'
import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'

const address = String.raw`(?:https?:\/\/|\/)[^\s()[\]]{1,400}`
const gap = new RegExp(String.raw`(?<!\\)\[[^[\]\n]{1,200}\]([ ]+|[ ]*\n[ ]*)\(${address}\)`, 'g')
const reversed = new RegExp(String.raw`(?<![\\\p{L}\]])\(([^()[\]\n]{1,200})\)\[(${address})\]`, 'gu')

/** An image with a space after its !, which makes it a link. */
const imageGap = new RegExp(
  String.raw`(?<!\\)!([ ]+)\[[^[\]\n]{0,200}\]\(${address}\.(?:png|jpe?g|gif|svg|webp|avif)\)`,
  'gi',
)

export const rule: Rule = {
  name: 'link-gap',
  severity: 'error',
  fix: 'writes [words](address)',
  expects: 'The words of a link are in square brackets, its address in round ones directly after them.',
  why: 'With a space between them, or the brackets swapped, readers see the brackets and no link.',
  wrong: 'See [what heat is] (/learn/physics/questions/what-is-heat).',
  right: 'See [what heat is](/learn/physics/questions/what-is-heat).',

  *findInQuestion(file) {
    const { markdown } = file.answer
    for (const { index, 0: found, 1: space = '' } of markdown.matchAll(gap)) {
      if (isInside(file.answer, index)) continue
      const start = index + found.indexOf(`]${space}(`) + 1
      const fix = toAllEdits([toPlainEdit(file, start, start + space.length, '')])
      yield { at: file.answer.toFile(index), message: 'This is not a link yet: remove the space between ] and (.', fix }
    }
    for (const { index, 1: space = '' } of markdown.matchAll(imageGap)) {
      if (isInside(file.answer, index)) continue
      const fix = toAllEdits([toPlainEdit(file, index + 1, index + 1 + space.length, '')])
      yield {
        at: file.answer.toFile(index),
        message: 'This is not an image yet: remove the space between ! and [.',
        fix,
      }
    }
    for (const { index, 0: found, 1: words = '', 2: url = '' } of markdown.matchAll(reversed)) {
      if (isInside(file.answer, index)) continue
      const right = `[${words}](${url})`
      const fix = toAllEdits([toPlainEdit(file, index, index + found.length, right)])
      yield { at: file.answer.toFile(index), message: `The brackets of this link are swapped. Write ${right}.`, fix }
    }
  },
}

/** Whether a character is in a program or a link. Text after a bare address may have no position, so `prose` lacks it. */
const isInside = (answer: AnswerText, offset: number) =>
  (['code', 'inlineCode', 'link', 'image', 'definition'] as const).some((type) =>
    answer
      .list(type)
      .some(
        ({ position }) => position && (position.start.offset ?? 0) <= offset && offset < (position.end.offset ?? 0),
      ),
  )
