import { toTopicSlug } from '@/lib/core/topic-slug'
import type { NamedTopic, Subject } from '@/lib/core/types'
import { type LookupSteps, lookUp } from './lookups'
import type { Query } from './query'

const maxNamed = 3

/** Shorter beginnings fit too many names. */
const shortestBeginning = 3

/** The topics whose name is a text or begins with it, the exact name first; the returned function needs the subjects. */
export function* listNamedTopics(
  text: string,
  { subject, typing }: Query,
): LookupSteps<(subjects: readonly Subject[]) => NamedTopic[]> {
  const slug = subject === undefined ? toTopicSlug(text) : undefined
  if (slug === undefined || slug.length < shortestBeginning) return () => []
  const [topics] = yield* lookUp({ kind: 'topics', beginning: slug, limit: maxNamed })
  return (subjects) =>
    topics()
      .filter((topic) => typing || topic.slug === slug)
      .flatMap((topic) => {
        const title = subjects.find((one) => one.slug === topic.subject)?.title
        return title === undefined ? [] : [{ ...topic, subjectTitle: title }]
      })
}
