import type { QuestionKey } from '@/lib/core/types'
import { slot } from './slot'

/**
 * What was read while a page was rendered: the names of everything that it shows, and the oldest state of the library
 * among its reads. A page that read nothing does not depend on the library, and has the sequence Infinity.
 */
export type Reads = { keys: Set<string>; sequence: number }

/** A list of questions, or what changes like one: the subjects, the topics of a subject, whether a topic has a page. */
export type ListName = 'newest' | 'author' | 'all' | 'topic' | 'subjects' | 'topics' | 'topic-page'

export const readKeys = {
  /** Everything that a question's own page shows of it. */
  question: (id: number) => `question ${id}`,
  /** What other pages show of a question. */
  summary: (id: number) => `summary ${id}`,
  /** That there is no question at an address. */
  absent: ({ subject, slug }: QuestionKey) => `absent ${subject}/${slug}`,
  list: (name: ListName, key: string) => `list ${name} ${key}`,
}

/** Runs a rendering and returns its result, together with what it read of the library. */
export async function recordReads<Result>(render: () => Promise<Result>): Promise<{ result: Result; reads: Reads }> {
  const reads: Reads = { keys: new Set(), sequence: Number.POSITIVE_INFINITY }
  return { result: await slot.reads.run(reads, render), reads }
}

/** Records what was read, and of which state, for the page that is being rendered, if any. For engines only. */
export function noteReads(sequence: number, keys: Iterable<string>) {
  const reads = slot.reads.getStore()
  if (!reads) return
  reads.sequence = Math.min(reads.sequence, sequence)
  for (const key of keys) reads.keys.add(key)
}
