import { toSlug } from '@/lib/core/names'
import type { Subject } from '@/lib/core/types'
import type { FoundPage, FoundQuestion, SearchRequest } from '@/lib/library/pages'
import { toExcerptHtml, toMarkedHtml } from './excerpt'
import { type Looking, lookTogether } from './lookups'
import { listNamedSubjects } from './named-subjects'
import { parseQuery } from './query'
import type { Found } from './ranking'
import { readQuery } from './read-query'
import { onePerSense } from './rewordings'
import { search } from './search'
import { toSubjectToken } from './subject-token'

/** A page of results without the questions, but with their ids. */
export type FoundIds = Omit<FoundPage, 'questions' | 'state'> & { ids: number[] }

/**
 * A page of search results, limited to a subject if the request or a `subject:` in its text names one. Accepts any text.
 */
export function* findPage({ text, subject: slug, page, pageSize }: SearchRequest): Looking<FoundIds> {
  const { overview, ...query } = yield* readQuery(text, slug)
  const all = overview.subjects
  const subject = overview.asked ?? findNamedSubject(all, text)
  const [everywhere, own = everywhere] = yield* lookTogether([
    search(query, undefined),
    ...(subject ? [search(query, subject.slug)] : []),
  ])
  const { corrections, missing, words, capped } = own
  const found = onePerSense(own.found, toSenseOf)
  return {
    corrections,
    missing,
    words,
    total: found.length,
    capped,
    ids: found.slice((page - 1) * pageSize, page * pageSize).map(({ id }) => id),
    subject,
    named: listNamedSubjects(all, text),
    subjects: countBySubject(all, everywhere === own ? found : onePerSense(everywhere.found, toSenseOf)),
  }
}

const toSenseOf = ({ sense }: Found) => sense

/** A question that was found, with an excerpt of its text that marks the words with these stems. */
export function toFoundQuestion(
  question: Omit<FoundQuestion, 'excerpt'>,
  { text, description }: { text: string; description: string },
  stems: ReadonlySet<string>,
): FoundQuestion {
  const { id, subject, slug, title, titleHtml, subjectTitle, ways } = question
  const excerpt = toExcerptHtml(text, stems) ?? toMarkedHtml(description, stems)
  return { id, subject, slug, title, titleHtml, subjectTitle, ways, excerpt }
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
