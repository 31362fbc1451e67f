import type { Subject } from '@/lib/core/types'
import { toStem, toWords } from '@/lib/core/words'
import { isStopWord } from './stop-words'

/** A name as stems, and as it is compared with what is asked: its words, and their stems. */
type Name = { stems: string[]; key: string; keyOfStems: string }

/** A subject with its names: its title and its slug. */
export type SubjectNames = { subject: Subject; names: Name[] }

/** Kept as long as somebody has the list of subjects: a store gives the same one until the library changes. */
const known = new WeakMap<readonly Subject[], SubjectNames[]>()

/** The names of subjects, in their order. */
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

/** A name without words such as `and`; those alone are kept. */
export function toNameKey(words: readonly string[]): string {
  const telling = words.filter((word) => !isStopWord(word))
  return (telling.length > 0 ? telling : words).join(' ')
}
