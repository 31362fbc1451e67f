import { isItself, listRelated, toRemoval } from '../../question/related'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'related-self',
  severity: 'warning',
  fix: 'removes it',
  expects: 'A question is not related to itself.',
  why: 'The site leaves it out, so a place for another question is wasted.',
  wrong: 'related_article1:\n  url: /learn/physics/questions/what-is-heat      (in what-is-heat.md)',
  right: 'related_article1:\n  url: /learn/physics/questions/what-is-temperature',

  *findInQuestion(file) {
    for (const related of listRelated(file)) {
      const { field, at } = related
      if (isItself(file, related))
        yield { at, message: `“${field}” names this question itself. Remove it.`, fix: [toRemoval(file, field)] }
    }
  },
}
