import { listTargets, toHost } from '../../question/links'
import type { Rule } from '../../rule'

/** Addresses within one’s own machine or network have no encryption, and need none. */
const isOwnMachine = /^(?:localhost|127\.|10\.|192\.168\.|\[::1\])/

export const rule: Rule = {
  name: 'link-http',
  severity: 'warning',
  expects: 'Links use https.',
  why: 'With http, others on the network can read and change the page. Nearly every site has https: try the address.',
  wrong: '[source](http://example.org/)',
  right: '[source](https://example.org/)',

  *findInQuestion(file) {
    for (const { url, begins, at } of listTargets(file)) {
      if (begins.kind !== 'protocol' || begins.protocol !== 'http' || isOwnMachine.test(toHost(url))) continue
      yield { at, message: `This link is not encrypted. Write https:// if ${toHost(url)} has it.` }
    }
  },
}
