import { SubjectCard } from '@/components/subject/subject-card'
import { toQuestionPath } from '@/lib/core/routes'
import type { Next } from '@/lib/library/pages'
import { Title } from './title'

/** The question to go on with once an answer is read. */
export function NextStep({ question, topic }: Next) {
  const { subject, slug, title, titleHtml, description } = question
  return (
    <nav aria-label="Next question" className="mt-8 print:hidden">
      <SubjectCard className="p-5">
        <p className="subject-name">{topic ? `Next in ${topic.name}` : 'Next'}</p>
        <a
          href={toQuestionPath(subject, slug)}
          rel="next"
          className="card-link my-1 block text-balance font-title text-2xl leading-tight"
        >
          <Title title={title} titleHtml={titleHtml} />
        </a>
        <p>{description}</p>
      </SubjectCard>
    </nav>
  )
}
