import {
  aboutPath,
  homePath,
  sitemapPath,
  subjectsPath,
  toAuthorPath,
  toFeedPath,
  toMarkdownPath,
  toQuestionImagePath,
  toQuestionPath,
  toSitemapPath,
  toSubjectImagePath,
  toSubjectPath,
  toTopicPath,
} from '@/lib/core/routes'
import { searchApiPath, searchPath, toSearchPath } from '@/lib/core/search-paths'
import { prepareLists } from '@/lib/store/read/lists'
import { prepareSitemaps } from '@/lib/store/read/sitemaps'
import { prepareTopics } from '@/lib/store/read/topics'
import { openStoreToRead } from '@/lib/store/schema/open'
import type { Random } from '@/tools/corpus/random'

/** A request, and the statuses that a server without overload answers it with. */
export type Visit = { kind: string; path: string; right: readonly number[]; encoding: string }

/** A kind of request, and its share in percent. */
type Kind = { kind: string; share: number; right: readonly number[]; path: () => string }

type Question = { subject: string; slug: string; title: string; isCanonical: number }

/** How many different questions are visited at most. */
const maxQuestions = 40_000

const encodings = ['br, gzip', 'gzip', 'identity']
const joiningWords = ['the', 'of', 'what is', 'how']
const files = ['/robots.txt', '/llms.txt', '/manifest.webmanifest', '/icon.svg']

/** Returns a function that picks a visitor's next request at random, among pages that exist and some that do not. */
export function prepareVisits(dbFile: string, random: Random): () => Visit {
  const kinds = listKinds(dbFile, random)
  const tickets = kinds.flatMap((kind) => Array<Kind>(kind.share).fill(kind))
  return () => {
    const { kind, path, right } = random.pick(tickets)
    return { kind, path: path(), right, encoding: random.pick(encodings) }
  }
}

function listKinds(dbFile: string, random: Random): Kind[] {
  const { questions, subjects, topics, sitemaps } = readLibrary(dbFile)
  const fixed = [homePath, subjectsPath, aboutPath, toAuthorPath('quicktakes')]
  const subject = () => random.pick(subjects)
  const question = () => random.pick(questions)
  // A copy of another question has no picture of its own.
  const drawn = questions.filter(({ isCanonical }) => isCanonical === 1)
  const picture = ({ subject, slug }: Question) => toQuestionImagePath(subject, slug)
  const words = () => random.pick([question().title, question().title.slice(5, 25), ...joiningWords])
  const toPath = (to: (subject: string, slug: string) => string) => {
    const { subject, slug } = question()
    return to(subject, slug)
  }
  const ok = [200]
  // Searches beyond an IP address's rate limit get 429.
  const searched = [200, 429]
  return [
    { kind: 'question', share: 40, right: ok, path: () => toPath(toQuestionPath) },
    {
      kind: 'list',
      share: 14,
      right: ok,
      path: () =>
        random.pick([random.pick([...fixed, ...topics]), toSubjectPath(subject(), random.pick(['newest', 'a-z']))]),
    },
    { kind: 'markdown', share: 8, right: ok, path: () => toPath(toMarkdownPath) },
    {
      kind: 'search',
      share: 7,
      right: searched,
      path: () => random.pick([searchPath, ...Array(9).fill(toSearchPath(words()))]),
    },
    {
      kind: 'search API',
      share: 5,
      right: searched,
      path: () => `${searchApiPath}?${new URLSearchParams({ q: words() })}`,
    },
    {
      kind: 'picture',
      share: 4,
      right: ok,
      path: () => random.pick([picture(random.pick(drawn)), toSubjectImagePath(subject())]),
    },
    {
      kind: 'not found',
      share: 12,
      right: [404],
      path: () => random.pick(['', `/learn/${subject()}/questions`]).concat(`/no-${random.below(1_000_000)}`),
    },
    { kind: 'feed', share: 4, right: ok, path: () => random.pick([toFeedPath(), toFeedPath(subject())]) },
    { kind: 'sitemap', share: 4, right: ok, path: () => random.pick(sitemaps) },
    { kind: 'file', share: 2, right: ok, path: () => random.pick(files) },
  ]
}

function readLibrary(dbFile: string) {
  const store = openStoreToRead(dbFile)
  const questions = store
    .prepare(
      `SELECT subject, slug, title, is_canonical AS isCanonical FROM question ORDER BY (id * 7919) % 1000003 LIMIT ${maxQuestions}`,
    )
    .all() as Question[]
  const subjects = prepareLists(store)
    .listSubjects()
    .map(({ slug }) => slug)
  const { listTopics } = prepareTopics(store)
  const topics = subjects.flatMap((subject) => listTopics(subject).map(({ slug }) => toTopicPath(subject, slug)))
  const sitemaps = prepareSitemaps(store)
    .listSitemapFiles()
    .map(({ section, number }) => toSitemapPath(section, number))
  store.close()
  return { questions, subjects, topics, sitemaps: [sitemapPath, ...sitemaps] }
}
