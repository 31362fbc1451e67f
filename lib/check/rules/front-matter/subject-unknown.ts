import { closest, distance } from 'fastest-levenshtein'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'subject-unknown',
  severity: 'warning',
  expects: 'The folder of a question is a subject that the library describes in content/subjects, if it describes any.',
  why: 'A folder with a misspelled name makes a subject of its own, with one question.',
  wrong: 'content/learn/phisics/what-is-heat.md',
  right: 'content/learn/physics/what-is-heat.md',

  *findInLibrary({ facts }, files) {
    const { subject } = facts.key
    const described = files.listDescribedSubjects()
    if (described.length === 0 || described.includes(subject)) return
    const nearest = closest(subject, described)
    const hint =
      distance(nearest, subject) <= 3
        ? `Did you mean learn/${nearest}?`
        : `Move the file, or describe the subject in subjects/${subject}.yml.`
    yield { at: { line: 1, column: 1 }, message: `The library has no subject ${subject}. ${hint}` }
  },
}
