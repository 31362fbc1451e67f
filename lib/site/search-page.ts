import 'server-only'
import { toPlainText } from '@/lib/answer/plain-text'
import { toReadableWord } from '@/lib/core/code-words'
import { toSlug } from '@/lib/core/names'
import { toQuestionPath } from '@/lib/core/routes'
import type { Correction, SearchPage, SearchResult } from '@/lib/core/search-page'
import type { Subject } from '@/lib/core/types'
import { toStem } from '@/lib/core/words'
import { getLibrary } from '@/lib/library/queries'
import { toExcerptHtml, toMarkedHtml } from '@/lib/search/excerpt'
import { parseQuery } from '@/lib/search/query'
import { toSubjectToken } from '@/lib/search/subject-token'
import { mostMatches } from '@/lib/store/read/search-candidates'
import type { ResultRow } from '@/lib/store/read/search-results'

/** Results on one page. */
export const resultsPerPage = 10

/** A search gives no more than this. */
export const lastResultPage = mostMatches / resultsPerPage

/** A page of what answers a query, in one subject where `subject` or a `subject:` in the text names one. */
export function getSearchPage(text: string, subject: Subject | undefined, page: number): SearchPage {
  const library = getLibrary()
  const only = subject ?? findNamedSubject(text)
  const { found, words, corrections, capped } = library.search(text, only?.slug)
  const stems = new Set(words.map(toStem))
  const shown = found.slice((page - 1) * resultsPerPage, page * resultsPerPage)
  return {
    corrections,
    words: words.map(toReadableWord),
    corrected: corrections.length > 0 ? toCorrected(text, corrections) : undefined,
    total: found.length,
    capped,
    page,
    pages: Math.max(1, Math.ceil(found.length / resultsPerPage)),
    results: library.listResults(shown.map(({ id }) => id)).map((row) => toResult(row, stems)),
    subject: only,
  }
}

/** In which subjects a query finds how many questions, the most first. */
export function listSubjectsFound(text: string): (Subject & { found: number })[] {
  const library = getLibrary()
  const counts = new Map<string, number>()
  for (const { subject } of library.search(text).found) {
    const token = subject.slice(subject.lastIndexOf(' ') + 1)
    counts.set(token, (counts.get(token) ?? 0) + 1)
  }
  const subjects = library
    .listSubjects()
    .map((subject) => ({ ...subject, found: counts.get(toSubjectToken(subject.slug)) ?? 0 }))
  return subjects.filter(({ found }) => found > 0).sort((a, b) => b.found - a.found)
}

/** The subject that a `subject:` in a query means by its name, or by how its name begins. */
function findNamedSubject(text: string): Subject | undefined {
  const { subject } = parseQuery(text)
  if (subject === undefined) return undefined
  const wanted = toSlug(subject)
  const subjects = getLibrary().listSubjects()
  return (
    subjects.find(({ slug, title }) => slug === wanted || toSlug(title) === wanted) ??
    subjects.find(({ slug, title }) => slug.startsWith(wanted) || toSlug(title).startsWith(wanted))
  )
}

/** The query as it was typed, with only the corrected words changed. */
function toCorrected(text: string, corrections: readonly Correction[]): string {
  const meant = new Map(corrections.map((correction) => [correction.typed, correction.meant]))
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => meant.get(word.toLowerCase()) ?? word)
}

function toResult(
  { subject, slug, title, subjectTitle, description, answer }: ResultRow,
  stems: Set<string>,
): SearchResult {
  return {
    title,
    url: toQuestionPath(subject, slug),
    subject: subjectTitle,
    excerpt: toExcerptHtml(toPlainText(answer), stems) ?? toMarkedHtml(description, stems),
  }
}
