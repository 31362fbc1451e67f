import { listEmptyLinks } from '../../question/links'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'link-empty',
  severity: 'warning',
  expects: 'A link has words and an address.',
  why: 'Without words nobody can see it, without an address it leads nowhere.',
  wrong: '[](https://example.org/) [manual]()',
  right: '[manual](https://example.org/)',

  *findInQuestion(file) {
    for (const link of listEmptyLinks(file)) {
      const message =
        link.url === ''
          ? 'This link has no address. Write it between the round brackets.'
          : 'This link has no words, so nobody sees it. Write them between the square brackets.'
      yield { at: file.answer.startOf(link), message }
    }
  },
}
