import { toSlug } from '@/lib/core/names'
import type { Subject } from '@/lib/core/types'
import type { FoundPage, SearchRequest } from '@/lib/library/pages'
import { parseQuery } from '@/lib/search/query'
import { toSubjectToken } from '@/lib/search/subject-token'
import type { Queries } from './queries'
import type { Found } from './search-ranking'

/** A page of search results, limited to a subject if the request or a `subject:` in its text names one. */
export function readFoundPage(queries: Queries, request: SearchRequest, sequence: number): FoundPage {
  const { text, subject: asked, page, pageSize } = request
  const all = queries.listSubjects()
  const subject = (asked === undefined ? undefined : queries.getSubject(asked)) ?? findNamedSubject(all, text)
  const search = queries.search(text, subject?.slug)
  const everywhere = subject ? queries.search(text).found : search.found
  const shown = search.found.slice((page - 1) * pageSize, page * pageSize)
  return {
    corrections: search.corrections,
    words: search.words,
    total: search.found.length,
    capped: search.capped,
    questions: queries.listResults(
      shown.map(({ id }) => id),
      search.words,
    ),
    subject,
    subjects: countBySubject(all, everywhere),
    state: { store: queries.getStoreId(), sequence },
  }
}

/** How many questions were found in each subject, the most first. */
function countBySubject(all: readonly Subject[], found: readonly Found[]): FoundPage['subjects'] {
  const counts = new Map<string, number>()
  for (const { subject } of found) {
    const token = subject.slice(subject.lastIndexOf(' ') + 1)
    counts.set(token, (counts.get(token) ?? 0) + 1)
  }
  return all
    .map((subject) => ({ ...subject, found: counts.get(toSubjectToken(subject.slug)) ?? 0 }))
    .filter((subject) => subject.found > 0)
    .sort((a, b) => b.found - a.found)
}

/** The subject that a `subject:` in a query names, in full or by the beginning of its name. */
function findNamedSubject(all: readonly Subject[], text: string): Subject | undefined {
  const { subject } = parseQuery(text)
  if (subject === undefined) return undefined
  const wanted = toSlug(subject)
  return (
    all.find(({ slug, title }) => slug === wanted || toSlug(title) === wanted) ??
    all.find(({ slug, title }) => slug.startsWith(wanted) || toSlug(title).startsWith(wanted))
  )
}
