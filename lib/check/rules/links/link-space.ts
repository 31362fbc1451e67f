import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'

const linking =
  /(?<!\\)(!?)\[[^[\]\n]{0,200}\]\(((?:https?:\/\/|\/)[^\s()<>]{0,200}(?:[ ]+[^\s()<>"']{1,200}){1,20})\)/g

export const rule: Rule = {
  name: 'link-space',
  severity: 'error',
  fix: 'writes %20 for the spaces',
  expects: 'The address of a link or image has no spaces.',
  why: 'With a space it is neither a link nor an image: readers see its source.',
  wrong: '![Ice in a glass](/images/ice cold.png)',
  right: '![Ice in a glass](/images/ice%20cold.png)',

  *findInQuestion(file) {
    const { prose, markdown } = file.answer
    for (const { index, 0: found, 1: mark, 2: url = '' } of markdown.matchAll(linking)) {
      if (prose[index] !== found[0]) continue
      const start = index + found.lastIndexOf(url)
      const right = url.replaceAll(' ', '%20')
      const message = `This is not ${mark ? 'an image' : 'a link'} yet: its address has a space. Write ${right}, or rename the file.`
      yield {
        at: file.answer.toFile(start),
        message,
        fix: toAllEdits([toPlainEdit(file, start, start + url.length, right)]),
      }
    }
  },
}
