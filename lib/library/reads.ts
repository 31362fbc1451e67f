import type { QuestionKey } from '@/lib/core/types'
import type { State } from './changes'
import { slot } from './slot'

/**
 * What was read while a page was rendered: the keys of everything that it shows, the stores that it was read from, and
 * the oldest sequence among its reads; `unavailable` if something could not be read. A page that read nothing does not
 * depend on the library: its sequence is Infinity. `until` is the time, in milliseconds since 1970, when the page expires;
 * Infinity if it never does.
 */
export type Reads = { keys: Set<string>; stores: Set<string>; sequence: number; until: number; unavailable?: boolean }

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
  /** That a subject has these packs and no others. */
  packs: (subject: string, packs: readonly { file: string; bytes: number }[]) =>
    `packs ${subject} ${packs.map(({ file, bytes }) => `${file} ${bytes}`).join()}`,
}

/** The read keys of a page that counts or lists questions of all subjects. */
export const everySubject = [readKeys.list('all', ''), readKeys.list('subjects', '')]

/** Records the read keys that a page depends on. */
export type NoteKeys = (keys: Iterable<string>) => void

/** Runs a rendering and returns its result, together with what it read from the library. */
export async function recordReads<Result>(render: () => Promise<Result>): Promise<{ result: Result; reads: Reads }> {
  const reads: Reads = {
    keys: new Set(),
    stores: new Set(),
    sequence: Number.POSITIVE_INFINITY,
    until: Number.POSITIVE_INFINITY,
  }
  return { result: await slot.reads.run(reads, render), reads }
}

/** Records what was read, and from which state, for the page that is being rendered, if any. For engines only. */
export const noteReads = ({ store, sequence }: State, keys: Iterable<string>) =>
  addReads({ keys, stores: [store], sequence })

/**
 * Records which packs of a subject are offered by the page that is being rendered, from a folder that last changed at
 * `changedAt` (in ms since 1970). If the folder soon changes again, polling it may miss the state that the page shows, so
 * such a page expires after a minute.
 */
export function notePacks(subject: string, packs: Parameters<typeof readKeys.packs>[1], changedAt: number) {
  const settles = changedAt + 60_000
  const until = settles > Date.now() ? settles : Number.POSITIVE_INFINITY
  addReads({ keys: [readKeys.packs(subject, packs)], stores: [], sequence: Number.POSITIVE_INFINITY, until })
}

const dayLength = 24 * 60 * 60 * 1000

/** The current day (UTC), in days since 1970; records that the page that is being rendered depends on it. */
export function readDay(): number {
  const day = Math.floor(Date.now() / dayLength)
  addReads({ keys: [], stores: [], sequence: Number.POSITIVE_INFINITY, until: (day + 1) * dayLength })
  return day
}

/** Records what another thread read for the page that is being rendered. */
export function addReads(read: { keys: Iterable<string>; stores: Iterable<string>; sequence: number; until?: number }) {
  const reads = slot.reads.getStore()
  if (!reads) return
  reads.sequence = Math.min(reads.sequence, read.sequence)
  if (read.until !== undefined) reads.until = Math.min(reads.until, read.until)
  for (const key of read.keys) reads.keys.add(key)
  for (const store of read.stores) reads.stores.add(store)
}
