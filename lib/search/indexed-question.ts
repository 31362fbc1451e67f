import { spellCodeWords } from '@/lib/core/code-words'
import type { QuestionDetails } from '@/lib/core/types'
import { toPlainLetters } from '@/lib/core/words'
import { toComparedHeading } from './compared-heading'
import { toHeadingKey } from './heading-key'
import type { IndexedHeading } from './lookups'
import { toSubjectToken } from './subject-token'

/** A question's heading (what is above its answer) as the index stores it. */
export function toIndexedHeading(
  id: number,
  {
    title,
    subject,
    sense,
    details,
  }: { title: string; subject: string; sense: number; details: Pick<QuestionDetails, 'keywords'> },
): IndexedHeading {
  const above = {
    title: toPlainLetters(spellCodeWords(title)),
    keywords: toPlainLetters(spellCodeWords(details.keywords.join(', '))),
    subject: `${subject.replace(/[-_]+/g, ' ')} ${toSubjectToken(subject)}`,
  }
  return { key: toHeadingKey(id, title), ...above, sense, compared: toComparedHeading(above) }
}
