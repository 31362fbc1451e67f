import { minQuestions } from '@/lib/core/topic-rule'

/**
 * An ordered list of questions for each value of a column: its table, a condition for its rows, their order, the minimum
 * length of a list, and whether it has pages.
 */
type ListDefinition = {
  table: 'question' | 'topic_question'
  key: string
  order: 'newest_key' | 'az_key' | 'sort'
  shown: string
  fewest: number
  paged: boolean
}

const question = { table: 'question', fewest: 1 } as const
const listed = 'no_index = 0'
const canonical = 'no_index = 0 AND is_canonical = 1'

/** Every ordered list of questions that pages show, each with an index of its order in tables.ts. */
export const listDefinitions = {
  /** All questions of a subject, copies too, the newest first. */
  newest: { ...question, key: 'subject', order: 'newest_key', shown: listed, paged: true },
  /** The same by title. */
  'a-z': { ...question, key: 'subject', order: 'az_key', shown: listed, paged: true },
  /** The questions whose canonical page is in a subject. */
  canonical: { ...question, key: 'subject', order: 'newest_key', shown: canonical, paged: false },
  author: { ...question, key: 'author', order: 'newest_key', shown: canonical, paged: true },
  all: { ...question, key: "''", order: 'newest_key', shown: canonical, paged: false },
  /** All questions of a subject that mention a topic, copies too, in the order of its path. */
  topic: { table: 'topic_question', key: 'topic', order: 'sort', shown: 'true', fewest: minQuestions, paged: true },
} satisfies Record<string, ListDefinition>

export type ListName = keyof typeof listDefinitions

export const listNames = Object.keys(listDefinitions) as ListName[]
