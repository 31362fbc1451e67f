import type { QuestionSummary } from '@/lib/core/types'

/** At most this many of the newest questions are of one subject. */
export const maxPerSubject = 2

/** How many of the newest questions the first of an author's pages begins with. */
export const newestOfAuthor = 8

/** How many questions are candidates for the question of the day. */
export const candidatesOfDay = 4

/** The longest title that is read at a glance, in characters. */
const shortTitle = 60

/** The question of the day, of those picked: the first with a short title, or else the first. */
export const chooseOfDay = (picked: readonly QuestionSummary[]): QuestionSummary | undefined =>
  picked.find(({ title }) => title.length <= shortTitle) ?? picked[0]
