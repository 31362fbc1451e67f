import { listTargets } from '../../question/links'
import type { Rule } from '../../rule'

/** The allowed protocols, and `http`, which has a rule of its own. */
const known = ['https', 'mailto', 'http']

export const rule: Rule = {
  name: 'link-protocol',
  severity: 'error',
  fix: 'writes the two slashes of https://',
  expects: 'Links begin with https: or mailto:, or stay within the site.',
  why: 'Anything else is blocked, and the link would lead nowhere.',
  wrong: '[manual](ftp://example.org/manual)',
  right: '[manual](https://example.org/manual)',

  *findInQuestion(file) {
    for (const { url, begins, at } of listTargets(file)) {
      const slashes = /^https?:(?:\/?(?=[^/\s])|\/{3,}|\/\/https?:\/*)/i.exec(url)
      if (slashes) {
        const right = url.replace(/^(https?):\/*(?:(https?):\/*)?/i, (_, first, second) => `${second ?? first}://`)
        const fix = file.text.startsWith(url, at) ? [{ start: at, end: at + url.length, text: right }] : undefined
        yield {
          at,
          message: `This address leads nowhere: it needs https:// before the host name, once. Write ${right}.`,
          fix,
        }
        continue
      }
      const found =
        begins.kind === 'protocol' && !known.includes(begins.protocol)
          ? `${begins.protocol}: is blocked`
          : begins.kind === 'host' && 'The protocol is missing'
      if (!found) continue
      yield { at, message: `${found}. Write https://…, mailto:… or an address of this site that begins with a slash.` }
    }
  },
}
