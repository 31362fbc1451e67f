import { toString as toText } from 'mdast-util-to-string'
import { isOwnAddress, toHost, toUrlOffset } from '../../question/links'
import type { Rule } from '../../rule'

/** One’s own machine and network (https://www.rfc-editor.org/rfc/rfc1918, rfc6761, rfc6762). */
const isLocal =
  /^(?:[^@]*@)?(?:localhost|[^:]+\.(?:localhost|local|internal|lan|test)|127\.[\d.]+|0\.0\.0\.0|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|\[::1\])(?::\d*)?$/i

export const rule: Rule = {
  name: 'link-local',
  severity: 'error',
  expects: 'A link leads to an address that everybody can reach, not to its author’s own machine.',
  why: 'It works for its author, and for nobody else. (An address that is shown as it is, such as http://localhost:3000/, is text.)',
  wrong: '[heat](http://localhost:3000/learn/physics/questions/what-is-heat)',
  right: '[heat](/learn/physics/questions/what-is-heat)',

  *findInQuestion(file) {
    const { answer } = file
    for (const link of [...answer.list('link'), ...answer.list('definition'), ...answer.list('image')]) {
      if (!/^https?:/i.test(link.url) || !isLocal.test(toHost(link.url)) || isOwnAddress(link.url)) continue
      if (link.type === 'link' && toText(link) === link.url) continue
      const path = link.url.replace(/^https?:\/\/[^/]*/i, '')
      const remedy = /^\/(?:learn|images)\//.test(path)
        ? `Write ${path}.`
        : 'Write an address that everybody can reach.'
      yield { at: toUrlOffset(file, link), message: `This address is on your own machine. ${remedy}` }
    }
  },
}
