import 'server-only'
import { type LostAddress, parseLostAddress, toSlugWords } from '@/lib/core/lost-address'
import { toQuestionSlug } from '@/lib/core/names'
import { toAuthorPath, toQuestionPath, toSubjectPath, toTopicPath } from '@/lib/core/routes'
import { longestQuery } from '@/lib/core/search-limits'
import type { QuestionKey, QuestionSummary, Subject } from '@/lib/core/types'
import { getLibrary } from '@/lib/library/current'
import { noteSearch } from '@/lib/library/searches'
import { listNamedSubjects } from '@/lib/search/named-subjects'
import { listNearSlugs, measureSlugs } from '@/lib/search/near-slugs'
import { parseQuery } from '@/lib/search/query'

/** A page that may have been meant; `label` says what it is. */
export type NearPage = { path: string; title: string; titleHtml: string | null; label: string }

const maxShown = 3
const maxSearched = 20

/** Suggestions for an unknown address: its words, the pages that it may mean, the nearest first, and all subjects. */
export async function getLostPage(path: string): Promise<{ text: string; near: NearPage[]; subjects: Subject[] }> {
  const { subjects } = await getLibrary().readSubjects()
  const lost = parseLostAddress(path)
  if (!lost) return { text: '', near: [], subjects }
  const started = performance.now()
  const named = await listNamed(lost, subjects)
  noteSearch(performance.now() - started)
  const near = named.length > 0 ? named : await searchNear(lost.slug)
  return { text: toSlugWords(lost.slug).slice(0, longestQuery), near: near.slice(0, maxShown), subjects }
}

/** The pages whose name is one typo away. */
async function listNamed({ kind, subject, slug }: LostAddress, subjects: readonly Subject[]): Promise<NearPage[]> {
  const library = getLibrary()
  const find = (name: string) => listNamedSubjects(subjects, parseQuery(toSlugWords(name)))
  if (kind === 'author') return (await library.listAuthorsAt(listNearSlugs(slug))).map(toAuthor)
  if (kind === 'topic') {
    const meant = subjects.find((known) => known.slug === subject) ?? find(subject ?? '')[0]
    const topics = meant ? ((await library.readSubject(meant.slug, 'newest', 1))?.topics ?? []) : []
    return byDistance(topics, (topic) => measureSlugs(slug, topic.slug)).map((topic) => ({
      path: toTopicPath(meant?.slug ?? '', topic.slug),
      title: topic.name,
      titleHtml: null,
      label: `Topic in ${meant?.title}`,
    }))
  }
  const questions = (await library.listQuestionsAt(listNearSlugs(slug))).sort(
    (a, b) => Number(b.subject === subject) - Number(a.subject === subject),
  )
  return [...(kind === 'subject' ? find(slug).map(toSubject) : []), ...questions.map(toQuestion)]
}

/** Questions that have nearly all words of a slug, and few others. */
async function searchNear(slug: string): Promise<NearPage[]> {
  const request = { text: toSlugWords(slug), subject: undefined, page: 1, pageSize: maxSearched, once: true }
  const found = (await getLibrary().search(request))?.questions ?? []
  return byDistance(found, (question) => toDistance(slug, question)).map(toQuestion)
}

function toDistance(asked: string, { slug, title }: QuestionKey & { title: string }): number | undefined {
  const distances = [slug, toQuestionSlug(title)].flatMap((known) => measureSlugs(asked, known) ?? [])
  return distances.length > 0 ? Math.min(...distances) : undefined
}

/** Those that have a distance, the nearest first. */
function byDistance<One>(all: readonly One[], measure: (one: One) => number | undefined): One[] {
  const measured = all.flatMap((one) => {
    const distance = measure(one)
    return distance === undefined ? [] : [{ one, distance }]
  })
  return measured.sort((a, b) => a.distance - b.distance).map(({ one }) => one)
}

const toQuestion = ({
  subject,
  slug,
  title,
  titleHtml,
  subjectTitle,
}: Pick<QuestionSummary, 'subject' | 'slug' | 'title' | 'titleHtml' | 'subjectTitle'>): NearPage => ({
  path: toQuestionPath(subject, slug),
  title,
  titleHtml,
  label: subjectTitle,
})

const toSubject = ({ slug, title }: Subject): NearPage => ({
  path: toSubjectPath(slug),
  title,
  titleHtml: null,
  label: 'Subject',
})

const toAuthor = ({ slug, name }: { slug: string; name: string }): NearPage => ({
  path: toAuthorPath(slug),
  title: name,
  titleHtml: null,
  label: 'Author',
})
