import { toTopicPath } from '@/lib/core/routes'
import type { Topic } from '@/lib/core/types'

const list =
  'flex flex-wrap gap-2 text-md links:flex links:min-h-9 links:items-center links:rounded-pill links:border links:border-line links:bg-card links:px-3 links:hover:border-accent links:hover:text-accent'

/** Topics of a subject or a question, as links to their questions. */
export function TopicLinks({ subject, topics }: { subject: string; topics: Topic[] }) {
  return (
    <ul className={list}>
      {topics.map((topic) => (
        <li key={topic.slug}>
          <a href={toTopicPath(subject, topic.slug)}>{topic.name}</a>
        </li>
      ))}
    </ul>
  )
}
