import { toSubjectPath, toTopicPath } from '@/lib/core/routes'
import { retrySeconds } from '@/lib/core/search-limits'
import { getSearchPage, getSubject, lastResultPage, resultsPerPage } from './search-page'
import { parseSearchParameters } from './search-parameters'

/** Responses may be cached for a minute: they change only when the library does. */
const headers = { 'cache-control': 'public, max-age=60', 'x-robots-tag': 'noindex' }

type ApiAnswer = { status: number; headers: Record<string, string>; body: Buffer }

/**
 * The response of `/api/search` to an address (path and query): `?q=` the words, `&subject=` the slug of a subject,
 * `&page=` a number from 1, `&more=1` to include questions that have some of the words.
 */
export async function answerSearch(url: string): Promise<ApiAnswer> {
  const started = performance.now()
  const asked = parseSearchParameters(new URL(url, 'http://localhost').searchParams, lastResultPage)
  if ('error' in asked) return refuse(asked.error)
  if (asked.subject !== undefined && !(await getSubject(asked.subject)))
    return refuse(
      `There is no subject ${JSON.stringify(asked.subject)}. Subjects are named as in the addresses below /learn.`,
    )
  const search = await getSearchPage(asked)
  if (!search) return refuse('Too many searches are waiting. Please try again in a moment.', 503)
  const { corrected, words, total, capped, more, missing } = search
  const results = search.results.map(({ titleHtml, ways, ...result }) => result)
  const subjects = search.named.map(({ slug, title, questions }) => ({ title, url: toSubjectPath(slug), questions }))
  const topics = search.topics.map(({ subject, slug, name, subjectTitle }) => ({
    title: name,
    url: toTopicPath(subject, slug),
    subject: subjectTitle,
  }))
  const tookMs = Math.round((performance.now() - started) * 10) / 10
  const counts = { total, capped, more, page: asked.page, pageSize: resultsPerPage, tookMs }
  return toAnswer(200, {
    query: asked.text,
    corrected: corrected ?? null,
    missing,
    words,
    ...counts,
    subjects,
    topics,
    results,
  })
}

const refuse = (error: string, status: 400 | 503 = 400) =>
  toAnswer(
    status,
    { error },
    { 'cache-control': 'no-store', ...(status === 503 && { 'retry-after': String(retrySeconds) }) },
  )

const toAnswer = (status: number, answer: object, more: Record<string, string> = {}): ApiAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers, ...more },
  body: Buffer.from(JSON.stringify(answer)),
})
