import { isOwnAddress, listTargets } from '../../question/links'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'link-own',
  severity: 'warning',
  fix: 'removes the name of the site',
  expects: 'A link within the site begins with a slash, not with the name of the site.',
  why: 'Only such a link is checked, follows the question when it is renamed, and works in previews.',
  wrong: '[heat](https://learn.example.org/learn/physics/questions/what-is-heat)',
  right: '[heat](/learn/physics/questions/what-is-heat)',

  *findInQuestion(file) {
    for (const { url, at } of listTargets(file)) {
      if (!isOwnAddress(url)) continue
      const path = url.replace(/^https?:\/\/[^/?#]*/i, '')
      const fix = file.text.startsWith(url, at) ? [{ start: at, end: at + url.length, text: path }] : undefined
      yield { at, message: `This is an address of the site itself. Write ${path}.`, fix }
    }
  },
}
