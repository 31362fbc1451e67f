import type { QuestionSummary } from '@/lib/content/types'
import { toQuestionPath } from '@/lib/routes'

type NeighboursProps = {
  subjectTitle: string
  previous: QuestionSummary | undefined
  next: QuestionSummary | undefined
}

/** The questions before and after this one in its subject. */
export function Neighbours({ subjectTitle, previous, next }: NeighboursProps) {
  if (!previous && !next) return null
  return (
    <nav aria-label={`More in ${subjectTitle}`} className="site-frame mt-12 grid gap-3 sm:grid-cols-2">
      {previous && <Neighbour question={previous} label="Previous" />}
      {next && <Neighbour question={next} label="Next" />}
    </nav>
  )
}

function Neighbour({ question, label }: { question: QuestionSummary; label: 'Previous' | 'Next' }) {
  const rel = label === 'Previous' ? 'prev' : 'next'
  return (
    <a
      href={toQuestionPath(question.subject, question.slug)}
      rel={rel}
      className={`rounded-xl border border-line bg-card p-4 hover:border-accent ${label === 'Next' ? 'sm:col-start-2 sm:text-right' : ''}`}
    >
      <span className="block text-sm text-soft">{label}</span>
      <span className="mt-1 block leading-snug font-semibold">{question.title}</span>
    </a>
  )
}
