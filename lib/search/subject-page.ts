import { pageSize as listed } from '@/lib/core/pagination'
import { maxFound } from '@/lib/core/search-limits'
import type { Subject } from '@/lib/core/types'
import type { FoundIds } from './found-page'
import { type LookupSteps, lookUpEach } from './lookups'

/** A page of results for a query that only names a subject: the subject, and its questions, newest first. */
export function* listSubject(subject: Subject, page: number, pageSize: number): LookupSteps<FoundIds> {
  const total = Math.min(subject.questions, maxFound)
  const capped = subject.questions > maxFound
  const start = Math.min((page - 1) * pageSize, total)
  const end = Math.min(start + pageSize, total)
  const first = Math.floor(start / listed) + 1
  const last = Math.ceil(end / listed)
  const pages = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  const lists = yield* lookUpEach<'newest'>(
    pages.map((number) => ({ kind: 'newest', subject: subject.slug, page: number }) as const),
  )
  const from = start - (first - 1) * listed
  return {
    corrections: [],
    missing: [],
    words: [],
    total,
    capped,
    ids: lists.flatMap((list) => list()).slice(from, from + end - start),
    subject,
    more: 0,
    everywhere: capped ? undefined : total,
    unknownSubject: undefined,
    named: [subject],
    topics: [],
    subjects: [{ ...subject, found: capped ? undefined : total }],
  }
}
