import { isSameText, isSettled, toPlaces } from '../../library/duplicates'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'title-unique',
  severity: 'error',
  expects:
    'No other question has this title, compared without case and punctuation, unless “canonical” makes them one.',
  why: 'Readers and search engines cannot tell them apart.',
  wrong: 'title: What is heat?\ntitle: What is “Heat”',
  right: 'title: What is heat?\ntitle: What is heat capacity?',

  *findInLibrary(question, files) {
    const titled = files
      .listByTitle(question)
      .filter((other) => !isSameText(question, other) && !isSettled(question, other))
    if (!titled[0]) return
    const message = `${toPlaces(titled)} the same title. Say in the title how this question differs, or merge the two.`
    yield { at: question.facts.titlePlace, message }
  },
}
