import type { Question } from './types'

/** The heading of a question's page. */
export const toHeading = ({ title, details }: Pick<Question, 'title' | 'details'>) => details.article_title ?? title

/** How the answer was written, as the page says it; undefined if its file does not say. */
export const toOrigin = ({ details }: Pick<Question, 'details'>): string | undefined =>
  details.origin && originNames[details.origin]

const originNames = {
  human: 'Written by a person',
  'ai-assisted': 'Written by a person with the help of AI',
  ai: 'Written by AI',
}

/** The day of the last change (`YYYY-MM-DD`), unless that is the day of publication. */
export function toUpdated({ date, details }: Pick<Question, 'date' | 'details'>): string | undefined {
  return details.updated && details.updated !== date ? details.updated : undefined
}

/** The author's summary in a sentence or two; undefined if the description is only an excerpt of the answer. */
export function toSummary({ description, details }: Pick<Question, 'description' | 'details'>): string | undefined {
  return details.excerpted ? undefined : description
}
