import { isFilePath, isFixedPath, type LibraryAddress, parseLibraryPath } from '@/lib/core/routes'
import { toTopicKey, toTopics } from '@/lib/core/topics'
import type { QuestionKey } from '@/lib/core/types'
import { getRow, type Store } from '../schema/open'
import type { prepareLists } from './lists'
import type { prepareNeighbours } from './neighbours'
import type { prepareQuestions } from './questions'
import type { prepareRelated } from './related'
import type { prepareTopics } from './topics'

/** What a rendered page shows, so that it can be told whether a later compile changed any of it. */
export type Dependencies = {
  /** The question whose page it is, if it is one, by its id. */
  question?: number
  /** Questions of which it shows the titles. */
  named: number[]
  /** Addresses that led nowhere. */
  absent: QuestionKey[]
  lists: { list: 'all' | 'newest' | 'author' | 'topic' | 'subjects' | 'topics' | 'topic-page'; key: string }[]
}

export type AddressKind = 'library' | 'fixed' | 'file' | 'missing'

type Queries = ReturnType<typeof prepareLists> &
  ReturnType<typeof prepareQuestions> &
  ReturnType<typeof prepareRelated> &
  ReturnType<typeof prepareNeighbours> &
  ReturnType<typeof prepareTopics>

const subjectNames = { list: 'subjects', key: '' } as const
const everyQuestion = { list: 'all', key: '' } as const

/** Tells of each address whether the library has it, what its page depends on, and whether that has changed. */
export function prepareValidity(store: Store, queries: Queries) {
  const sql = {
    sequence: store.prepare("SELECT value FROM meta WHERE key = 'sequence'"),
    questionVersions: store.prepare('SELECT version, summary_version FROM question WHERE id = ?'),
    listVersion: store.prepare('SELECT version FROM list WHERE list = ? AND key = ?'),
  }
  // A question that is gone is a change; a list that nothing ever touched is none.
  const gone = { version: Number.POSITIVE_INFINITY, summary_version: Number.POSITIVE_INFINITY }
  const versionsOf = (id: number) => getRow<typeof gone>(sql.questionVersions, id) ?? gone
  const listVersion = (list: string, key: string) =>
    getRow<{ version: number }>(sql.listVersion, list, key)?.version ?? 0

  function hasPage(address: LibraryAddress): boolean {
    switch (address.kind) {
      case 'question':
        return queries.hasQuestion(address)
      case 'subject':
        return (
          queries.getSubject(address.slug) !== undefined && address.page <= queries.countPages('newest', address.slug)
        )
      case 'topic':
        return (
          queries.getTopic(address.subject, address.slug) !== undefined &&
          address.page <= queries.countPages('topic', toTopicKey(address.subject, address.slug))
        )
      case 'author':
        return (
          queries.getAuthorName(address.slug) !== undefined &&
          address.page <= queries.countPages('author', address.slug)
        )
      default:
        return false
    }
  }

  return {
    /** The number of the last compile that changed something. */
    getSequence: () => getRow<{ value: number }>(sql.sequence)?.value ?? 0,

    /** What stands at an address: a page of the library, one that is always there, a file, or nothing. */
    getAddressKind(path: string): AddressKind {
      if (isFilePath(path)) return 'file'
      const address = parseLibraryPath(path)
      if (address) return hasPage(address) ? 'library' : 'missing'
      return isFixedPath(path) ? 'fixed' : 'missing'
    },

    getDependencies(path: string): Dependencies {
      const address = parseLibraryPath(path)
      const question = address?.kind === 'question' ? queries.getQuestion(address) : undefined
      if (question) {
        const { previous, next } = queries.getNeighbours(question.subject, question.newestKey)
        const shown = [...queries.listRelated(question), ...(previous ? [previous] : []), ...(next ? [next] : [])]
        const named = [question.ownerId, ...shown.map(({ id }) => id)].filter((id) => id !== question.id)
        const absent = queries.listDeadLinks(question)
        const topics = [...toTopics(question.subject, question.details.keywords).keys()].map((topic) => ({
          list: 'topic-page' as const,
          key: toTopicKey(question.subject, topic),
        }))
        return { question: question.id, named, absent, lists: [subjectNames, ...topics] }
      }
      if (address?.kind === 'topic') {
        const key = toTopicKey(address.subject, address.slug)
        return { named: [], absent: [], lists: [{ list: 'topic', key }, { list: 'topic-page', key }, subjectNames] }
      }
      if (address?.kind === 'subject' || address?.kind === 'author') {
        const list = address.kind === 'subject' ? 'newest' : 'author'
        const topics = { list: 'topics', key: address.slug } as const
        return { named: [], absent: [], lists: [{ list, key: address.slug }, topics, subjectNames] }
      }
      if (path === '/about') return { named: [], absent: [], lists: [] }
      return { named: [], absent: [], lists: [everyQuestion, subjectNames] }
    },

    /** Whether nothing that a page shows was changed by a compile after number `sequence`. A few look-ups by key. */
    isUnchangedSince(sequence: number, { question, named, absent, lists }: Dependencies): boolean {
      return (
        (question === undefined || versionsOf(question).version <= sequence) &&
        named.every((id) => versionsOf(id).summary_version <= sequence) &&
        lists.every(({ list, key }) => listVersion(list, key) <= sequence) &&
        !absent.some(queries.hasQuestion)
      )
    },
  }
}
