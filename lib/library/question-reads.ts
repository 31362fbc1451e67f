import { toTopicKey } from '@/lib/core/topics'
import type { QuestionKey } from '@/lib/core/types'
import type { QuestionPage } from './pages'
import { readKeys } from './reads'

/**
 * What the page of a question depends on and may not show: the author's dead links, candidates for its next step, and
 * topics that it may belong to.
 */
type LookedAt = { dead: readonly QuestionKey[]; steps: readonly { id: number }[]; topics: readonly string[] }

/** The read keys of the page of a question. */
export function listQuestionReads(
  { question, related, alike, rewordings }: QuestionPage,
  { dead, steps, topics }: LookedAt,
): string[] {
  const { id, subject, canonicalId } = question
  const named = [canonicalId, ...[...related, ...alike, ...rewordings, ...steps].map((shown) => shown.id)]
  return [
    readKeys.question(id),
    readKeys.list('subjects', ''),
    ...named.filter((other) => other !== id).map(readKeys.summary),
    ...dead.map(readKeys.absent),
    ...topics.map((topic) => readKeys.list('topic-page', toTopicKey(subject, topic))),
  ]
}
