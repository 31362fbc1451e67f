import type { Subject } from '@/lib/core/types'
import { toStem } from '@/lib/core/words'
import { listSubjectNames } from './subject-names'
import type { SearchTerm } from './terms'

/** How much the words of a subject's name count beside others: they say where to search, not what for. */
const factor = 0.5

/**
 * Marks the terms of a query that name a subject: they count little, and as much in the subject as in a title. A query
 * that has no other words stays as it is.
 */
export function weighSubjectWords(terms: readonly SearchTerm[], subjects: readonly Subject[]): SearchTerm[] {
  const stems = terms.map(({ unit }) => (unit.quoted || unit.words.length > 1 ? '' : toStem(unit.words[0])))
  const naming = new Set<number>()
  for (const { names } of listSubjectNames(subjects)) {
    for (const { stems: wanted } of names) {
      for (let at = stems.indexOf(wanted[0] ?? ''); at >= 0; at = stems.indexOf(wanted[0] ?? '', at + 1)) {
        if (wanted.every((stem, index) => stems[at + index] === stem)) {
          for (const index of wanted.keys()) naming.add(at + index)
        }
      }
    }
  }
  const selects = terms.some((term, index) => !naming.has(index) && !term.stopWord && term.questions > 0)
  if (!selects) return [...terms]
  return terms.map((term, index) =>
    naming.has(index) ? { ...term, weight: term.weight * factor, namesSubject: true } : term,
  )
}
