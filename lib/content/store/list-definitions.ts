/** An ordered list of questions for each value of a column: which rows it shows, and what they are ordered by. */
type ListDefinition = { key: string; order: 'newest_key' | 'az_key'; shown: string }

const listed = 'no_index = 0'
const owned = 'no_index = 0 AND is_owner = 1'

/** Every ordered list of questions that pages show, each with an index of its order in tables.ts. */
export const listDefinitions = {
  /** All questions of a subject, copies too, the newest first. */
  newest: { key: 'subject', order: 'newest_key', shown: listed },
  /** The same by title. */
  'a-z': { key: 'subject', order: 'az_key', shown: listed },
  /** A subject's own questions: what previous and next lead through. */
  owned: { key: 'subject', order: 'newest_key', shown: owned },
  author: { key: 'author', order: 'newest_key', shown: owned },
  all: { key: "''", order: 'newest_key', shown: owned },
} satisfies Record<string, ListDefinition>

export type ListName = keyof typeof listDefinitions

export const listNames = Object.keys(listDefinitions) as ListName[]
