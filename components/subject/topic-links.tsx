import type { Topic } from '@/lib/content/types'
import { toTopicPath } from '@/lib/routes'

/** Topics of a subject or of a question, as links to their questions. */
export function TopicLinks({ subject, topics }: { subject: string; topics: Topic[] }) {
  return (
    <ul className="flex flex-wrap gap-2 text-md">
      {topics.map((topic) => (
        <li key={topic.slug}>
          <a
            href={toTopicPath(subject, topic.slug)}
            className="flex min-h-9 items-center rounded-pill border border-line bg-card px-3 hover:border-accent hover:text-accent"
          >
            {topic.name}
          </a>
        </li>
      ))}
    </ul>
  )
}
