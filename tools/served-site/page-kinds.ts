import {
  aboutPath,
  homePath,
  studyPath,
  subjectsPath,
  toAuthorPath,
  toQuestionPath,
  toSubjectPath,
  toTopicPath,
} from '@/lib/core/routes'
import { searchPath, toSearchPath } from '@/lib/core/search-paths'
import { prepareLists } from '@/lib/store/read/lists'
import { prepareQuestions } from '@/lib/store/read/questions'
import { prepareTopics } from '@/lib/store/read/topics'
import { openStoreToRead } from '@/lib/store/schema/open'
import { UsageError } from '@/scripts/run-script'

/** One page of each kind; `indexed` is false for those with `noindex`. */
export type PageKind = { name: string; path: string; status: 200 | 404; indexed: boolean }

/** The kinds whose name contains one of the given words, or all without words; throws a usage error if none does. */
export function choosePageKinds(dbFile: string, words: readonly string[]): PageKind[] {
  const kinds = listPageKinds(dbFile)
  if (words.length === 0) return kinds
  const chosen = kinds.filter(({ name }) => words.some((word) => name.includes(word)))
  if (chosen.length > 0) return chosen
  throw new UsageError(
    `No kind of page is called ${words.join(' or ')}. There are ${kinds.map(({ name }) => name).join(', ')}.`,
  )
}

/** One page of each kind of a library; for questions, the shortest, the longest and the richest in formulas and code. */
export function listPageKinds(dbFile: string): PageKind[] {
  const store = openStoreToRead(dbFile)
  const lists = prepareLists(store)
  const { getQuestion } = prepareQuestions(store)
  const subjects = lists.listSubjects().sort((a, b) => b.questions - a.questions)
  const largest = subjects[0]
  // The newest hundred of each subject: enough to find extremes, few enough for a library of any size.
  const questions = subjects.flatMap(
    ({ slug }) => lists.listInSubject(slug, 'newest', 1)?.questions.flatMap((row) => getQuestion(row) ?? []) ?? [],
  )
  const topics = subjects.flatMap(({ slug }) =>
    prepareTopics(store)
      .listTopics(slug)
      .map((topic) => toTopicPath(slug, topic.slug)),
  )
  store.close()
  if (!largest || !questions[0]) throw new Error('The library has no questions to show.')

  const findMax = (measure: (text: string) => number) => {
    const [first] = questions
      .map((question) => ({ question, size: measure(question.answer.text) }))
      .sort((a, b) => b.size - a.size)
    const { subject, slug } = (first as NonNullable<typeof first>).question
    return toQuestionPath(subject, slug)
  }
  const page = (name: string, path: string): PageKind => ({ name, path, status: 200, indexed: true })
  const unlisted = (name: string, path: string): PageKind => ({ name, path, status: 200, indexed: false })
  const missing = (name: string, path: string): PageKind => ({ name, path, status: 404, indexed: false })
  return [
    page('home', homePath),
    page('subjects', subjectsPath),
    page('subject', toSubjectPath(largest.slug)),
    page('subject-a-z', toSubjectPath(largest.slug, 'a-z')),
    page(
      'question-shortest',
      findMax((text) => -text.length),
    ),
    page(
      'question-longest',
      findMax((text) => text.length),
    ),
    page(
      'question-formulas',
      findMax((text) => text.split(/\$|\\[([]/).length),
    ),
    page(
      'question-code',
      findMax((text) => text.split('```').length),
    ),
    page('author', toAuthorPath(questions[0].author)),
    page('about', aboutPath),
    ...topics.slice(0, 1).map((path) => page('topic', path)),
    unlisted('study', studyPath),
    unlisted('search', toSearchPath(questions[0].title)),
    unlisted('search-empty', searchPath),
    unlisted('search-nothing', toSearchPath('xyzzyplugh')),
    missing('question-not-found', `${toSubjectPath(largest.slug)}/questions/never-asked`),
    missing('not-found', '/nowhere'),
  ]
}
