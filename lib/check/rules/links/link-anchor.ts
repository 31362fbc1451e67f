import { decodeAddress } from '@/lib/core/decode-address'
import { listAnchors } from '../../library/anchors'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'link-anchor',
  severity: 'warning',
  expects: 'A link to a heading (#…) names a heading of that answer.',
  why: 'Otherwise it leads to the top of the page.',
  wrong: '[below](#exmaples)',
  right: '[below](#examples)',

  *findInLibrary(question, files) {
    for (const link of question.facts.links) {
      const [address = '', anchor] = link.text.split('#')
      if (!anchor || anchor.startsWith('note:')) continue
      const target = address === '' ? question : files.getByAddress(address)
      const anchors = target && listAnchors(target, files)
      if (!anchors || anchors.includes(decodeAddress(anchor) ?? anchor)) continue
      const where = target === question ? 'This answer' : target.path
      const hint =
        anchors.length === 0 ? 'It has no headings.' : `It has ${anchors.map((name) => `#${name}`).join(', ')}.`
      yield { at: link, message: `${where} has no heading “#${anchor}”. ${hint}` }
    }
  },
}
