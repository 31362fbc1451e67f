import { toTopicPath } from '@/lib/core/routes'
import type { Topic } from '@/lib/core/types'

/** The topics of a subject or of a question, as links to their questions; nothing where there are none. */
export function TopicLinks({ subject, topics, name }: { subject: string; topics: Topic[]; name: string }) {
  if (topics.length === 0) return null
  return (
    <nav aria-label={name} className="topics">
      <ul className="topic-links">
        {topics.map((topic) => (
          <li key={topic.slug}>
            <a href={toTopicPath(subject, topic.slug)}>{topic.name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
