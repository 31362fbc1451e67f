import { sections } from '@/lib/core/question-form'
import type { QuestionSummary } from '@/lib/core/types'
import type { PathSection } from './pages'

/** The most questions of a section of a path that a page shows. */
const maxPerSection = 20

/** How many of a section are read: one more, as the question that defines the topic is shown above the sections. */
export const readInSection = maxPerSection + 1

/** The places of the questions in a section: from the first, inclusive, to the second, exclusive. */
export const toSectionRange = (section: number): [from: string, to: string] => [`${section}`, `${section + 1}`]

/** The sections of a topic's path; `found` has the first questions of each. */
export const toPath = (found: readonly QuestionSummary[][], defining: QuestionSummary | undefined): PathSection[] =>
  sections
    .map((title, section) => {
      const questions = (found[section] ?? []).filter(({ id }) => id !== defining?.id)
      return { title, questions: questions.slice(0, maxPerSection) }
    })
    .filter(({ questions }) => questions.length > 0)
