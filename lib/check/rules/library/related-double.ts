import { isItself, listRelated, toRemoval } from '../../question/related'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'related-double',
  severity: 'warning',
  fix: 'removes the second',
  expects: 'A related question is listed only once.',
  why: 'The site shows it once, so a place for another question is wasted.',
  wrong:
    'related_article1:\n  url: /learn/physics/questions/what-is-heat\nrelated_article2:\n  url: /learn/physics/questions/what-is-heat',
  right: 'related_article1:\n  url: /learn/physics/questions/what-is-heat',

  *findInQuestion(file) {
    const seen = new Map<string, string>()
    for (const related of listRelated(file)) {
      const { field, url, at } = related
      if (isItself(file, related)) continue
      const first = seen.get(url)
      if (!first) seen.set(url, field)
      else yield { at, message: toMessage(field, first), fix: [toRemoval(file, field)] }
    }
  },
}

const toMessage = (field: string, first: string) => `“${field}” names the same question as “${first}”. Remove one.`
