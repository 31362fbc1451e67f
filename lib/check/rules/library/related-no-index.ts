import { listRelatedTargets } from '../../library/related-targets'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'related-no-index',
  severity: 'warning',
  expects: 'A related question is one that search engines may see.',
  why: 'Questions with “no_index” are kept out of every list, so the site leaves it out.',
  wrong: 'related_article1:\n  url: /learn/physics/questions/a-draft        (no_index: true)',
  right: 'related_article1:\n  url: /learn/physics/questions/what-is-heat',

  *findInLibrary(question, files) {
    for (const { url, target } of listRelatedTargets(question, files)) {
      if (!target?.noIndex) continue
      const message = `The related question ${url.text} has “no_index”, so the site leaves it out. Name another one.`
      yield { at: url, message }
    }
  },
}
