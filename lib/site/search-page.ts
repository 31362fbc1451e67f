import 'server-only'
import { toReadableWord } from '@/lib/core/code-words'
import { toQuestionPath } from '@/lib/core/routes'
import { maxFound } from '@/lib/core/search-limits'
import type { Correction, SearchPage, SearchResult } from '@/lib/core/search-page'
import type { Subject } from '@/lib/core/types'
import { getLibrary } from '@/lib/library/current'
import type { FoundQuestion } from '@/lib/library/pages'
import { splitSubject } from '@/lib/search/query'
import type { SearchParameters } from './search-parameters'

/** Results on one page. */
export const resultsPerPage = 10

/** A search returns no more pages than this. */
export const lastResultPage = maxFound / resultsPerPage

/**
 * A page of search results, in one subject if the parameters or a `subject:` in the text name one; undefined if too many
 * searches are waiting.
 */
export async function getSearchPage(asked: SearchParameters): Promise<SearchPage | undefined> {
  const { text, page } = asked
  const found = await getLibrary().search({ ...asked, pageSize: resultsPerPage })
  if (!found) return undefined
  const { corrections, words, total, capped, more, missing, questions, everywhere } = found
  const unfiltered = splitSubject(text).rest
  return {
    corrections,
    missing: missing.map(toReadableWord),
    words: words.map(toReadableWord),
    corrected: corrections.length > 0 ? toCorrected(text, corrections) : undefined,
    // The text without a `subject:`, for the links that filter by subject.
    unfiltered,
    total,
    capped,
    more,
    page,
    pages: Math.max(1, Math.ceil(total / resultsPerPage)),
    results: questions.map(toResult),
    subject: found.subject,
    unknownSubject: found.unknownSubject,
    // If the query names only a subject, the visitor may want its page.
    named: found.named.filter(({ slug }) => slug !== found.subject?.slug || unfiltered === ''),
    topics: found.topics,
    everywhere,
    subjects: found.subjects,
  }
}

/** A subject by its slug. */
export const getSubject = (slug: string): Promise<Subject | undefined> => getLibrary().readSubjectAlone(slug)

/** The query as typed, with only the corrected words changed. */
function toCorrected(text: string, corrections: readonly Correction[]): string {
  const meant = new Map(corrections.map((correction) => [correction.typed, correction.meant]))
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => meant.get(word.toLowerCase()) ?? word)
}

const toResult = ({ subject, slug, title, titleHtml, subjectTitle, ways, excerpt }: FoundQuestion): SearchResult => ({
  title,
  titleHtml,
  url: toQuestionPath(subject, slug),
  subject: subjectTitle,
  ways,
  excerpt,
})
