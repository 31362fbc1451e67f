import type { Subject } from '@/lib/core/types'
import { toStem, toWords } from '@/lib/core/words'
import { isStopWord } from './stop-words'

/** A name as stems, and as keys to compare with a query: of its words, and of their stems. */
type Name = { stems: string[]; key: string; keyOfStems: string }

/** A subject with its names: its title and its slug. */
export type SubjectNames = { subject: Subject; names: Name[] }

/** Cached per list of subjects: a store returns the same list until the library changes. */
const known = new WeakMap<readonly Subject[], SubjectNames[]>()

/** The names of subjects, in the same order. */
export function listSubjectNames(subjects: readonly Subject[]): SubjectNames[] {
  const names = known.get(subjects) ?? subjects.map(toNames)
  known.set(subjects, names)
  return names
}

function toNames(subject: Subject): SubjectNames {
  const names = [toWords(subject.title), subject.slug.split(/[-_]+/)]
  return { subject, names: names.map(toName) }
}

function toName(words: string[]): Name {
  const stems = words.map(toStem)
  return { stems, key: toNameKey(words), keyOfStems: toNameKey(stems) }
}

/** A name without stop words, unless it has no others. */
export function toNameKey(words: readonly string[]): string {
  const content = words.filter((word) => !isStopWord(word))
  return (content.length > 0 ? content : words).join(' ')
}
