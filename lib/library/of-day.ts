import type { QuestionSummary } from '@/lib/core/types'

/** Newest questions of one subject that are shown together at most. */
export const mostOfSubject = 2

/** Questions that the first of an author's pages begins with. */
export const newestOfAuthor = 8

/** Questions that are considered for a day. */
export const triedOfDay = 4

/** A title that is read at a glance. */
const shortTitle = 60

/** Of questions picked for a day, the one to greet visitors with: the first with a short title, or else the first. */
export const chooseOfDay = (picked: readonly QuestionSummary[]): QuestionSummary | undefined =>
  picked.find(({ title }) => title.length <= shortTitle) ?? picked[0]
