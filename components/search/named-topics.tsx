import { TextLink } from '@/components/layout/text-link'
import { toTopicPath } from '@/lib/core/routes'
import type { NamedTopic } from '@/lib/core/types'

/** The topics whose name is the query. */
export function NamedTopics({ topics }: { topics: readonly NamedTopic[] }) {
  return (
    <ul aria-label="Topics with this name" className="mt-4 max-w-reading">
      {topics.map(({ subject, slug, name, subjectTitle }) => (
        <li key={`${subject}/${slug}`}>
          <TextLink href={toTopicPath(subject, slug)} className="font-semibold">
            {name}
          </TextLink>{' '}
          <span className="text-sm text-soft">Topic in {subjectTitle}</span>
        </li>
      ))}
    </ul>
  )
}
