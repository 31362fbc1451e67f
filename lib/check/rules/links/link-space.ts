import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'

const linking =
  /(?<!\\)(!?)\[[^[\]\n]{0,200}\]\(((?:https?:\/\/|\/)[^\s()<>]{0,200}(?:[ ]+[^\s()<>"']{1,200}){1,20})\)/g

/** The size that some programs accept after the address of an image. */
const size = /[ ]+=(?:\d{1,5}%?x(?:\d{1,5}%?)?|x\d{1,5}%?)$/

export const rule: Rule = {
  name: 'link-space',
  severity: 'error',
  fix: 'writes %20 for the spaces; removes the size of an image',
  expects: 'The address of a link or image has no spaces.',
  why: 'With a space it is neither a link nor an image: readers see its source.',
  wrong: '![Ice in a glass](/images/ice cold.png)',
  right: '![Ice in a glass](/images/ice%20cold.png)',

  *findInQuestion(file) {
    const { prose, markdown } = file.answer
    for (const { index, 0: found, 1: mark, 2: url = '' } of markdown.matchAll(linking)) {
      if (prose[index] !== found[0]) continue
      const start = index + found.lastIndexOf(url)
      const sized = mark ? size.exec(url)?.[0] : undefined
      const right = url.slice(0, url.length - (sized?.length ?? 0)).replaceAll(' ', '%20')
      const message = sized
        ? `This is not an image yet: a size cannot be given here. Remove${sized}.`
        : `This is not ${mark ? 'an image' : 'a link'} yet: its address has a space. Write ${right}, or rename the file.`
      yield {
        at: file.answer.toFile(start),
        message,
        fix: toAllEdits([toPlainEdit(file, start, start + url.length, right)]),
      }
    }
  },
}
