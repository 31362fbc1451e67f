import type { KnownQuestion } from '../../library/checked-files'
import { isSameText, toPlaces } from '../../library/duplicates'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'id-unique',
  severity: 'warning',
  expects: 'An “id” belongs to one question, however many subjects it is filed under.',
  why: 'Editors refer to a question by it; two questions with one number get mixed up.',
  wrong: 'id: 4711        (in two files with different questions)',
  right: 'id: 4711\nid: 4712',

  *findInLibrary(question, files) {
    const { number, numberPlace } = question.facts
    const numbered = files.listByNumber(question).filter((other) => !isSameQuestion(question, other))
    if (!numbered[0]) return
    const message = `${toPlaces(numbered)} the id ${number} too, for another question. Take the next free one, or leave “id” out.`
    yield { at: numberPlace, message }
  },
}

/** Whether two files are the same question: the same name or text under two subjects. */
function isSameQuestion(a: KnownQuestion, b: KnownQuestion): boolean {
  return a.facts.key.slug === b.facts.key.slug || isSameText(a, b)
}
