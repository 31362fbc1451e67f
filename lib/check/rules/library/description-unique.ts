import { isSameText, isSettled } from '../../library/duplicates'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'description-unique',
  severity: 'warning',
  expects: 'No other question has this “seo.page_description”, unless “canonical” makes them one.',
  why: 'If two pages describe themselves in the same words, search engines show neither description.',
  wrong: 'page_description: A question of physics and its answer.        (in two files)',
  right: 'page_description: Heat is energy on its way from warm to cold. See how it differs from temperature.',

  *findInLibrary(question, files) {
    const { description } = question.facts
    const described = description ? files.listByDescription(question) : []
    const others = described.filter((other) => !isSameText(question, other) && !isSettled(question, other))
    const [first] = others
    if (!description || !first) return
    const place = first.facts.description
    const more = others.length === 1 ? 'has' : `and ${others.length - 1} more have`
    const message = `${first.path}:${place?.line}:${place?.column} ${more} this description too. Say what this answer explains.`
    yield { at: description, message }
  },
}
