/** A note of a deck: its fields as HTML, and what identifies it wherever it is imported. */
export type Note = {
  /** The address of the question. */
  guid: string
  /** A number of 40 bits that few notes share (lib/core/short-id.ts). */
  short: number
  /** When it was last changed, in seconds since 1970: what is newer takes the place of what a learner has. */
  modified: number
  question: string
  points: string
  answer: string
  link: string
  tags: string[]
}

/** `id` is the same for the same deck. */
export type Deck = { id: number; name: string; notes: Iterable<Note> | AsyncIterable<Note> }
