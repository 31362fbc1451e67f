/** A note of a deck: its fields as HTML, and its identity in every collection that imports it. */
export type Note = {
  /** The address of the question. */
  guid: string
  /** A 40-bit number that few notes share (lib/core/short-id.ts). */
  short: number
  /** When it was last changed, in seconds since 1970: an import replaces older versions. */
  modified: number
  question: string
  points: string
  answer: string
  link: string
  tags: string[]
}

/** The same deck always has the same `id`. */
export type Deck = { id: number; name: string; notes: Iterable<Note> | AsyncIterable<Note> }
