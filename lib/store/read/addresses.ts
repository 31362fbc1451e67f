import { type LibraryAddress, parseLibraryPath, toQuestionPath } from '@/lib/core/routes'
import { toTopicKey } from '@/lib/core/topics'
import type { QuestionKey } from '@/lib/core/types'
import { findAddress } from '@/lib/library/find-address'
import type { Address } from '@/lib/library/pages'
import { getRow, type Store } from '../schema/open'
import type { prepareLists } from './lists'
import type { prepareQuestions } from './questions'
import type { prepareTopics } from './topics'

type Queries = ReturnType<typeof prepareLists> & ReturnType<typeof prepareQuestions> & ReturnType<typeof prepareTopics>

/** Finds what is at a path, by a few key look-ups, however many pages and old addresses there are. */
export function prepareAddresses(store: Store, queries: Queries) {
  const sql = {
    // Straight to the canonical page if the question is a copy of another one.
    alias: store.prepare(`SELECT
        iif(c.no_index, q.subject, c.subject) AS subject, iif(c.no_index, q.slug, c.slug) AS slug
      FROM alias a JOIN question q ON q.id = a.question_id JOIN question c ON c.id = q.canonical_id
      WHERE a.address = ? ORDER BY q.path LIMIT 1`),
    removed: store.prepare('SELECT 1 FROM removed_address WHERE address = ?'),
  }

  function hasLibraryPage(address: LibraryAddress): boolean {
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

  function isLibraryPage(path: string): boolean {
    const address = parseLibraryPath(path)
    return address !== undefined && hasLibraryPage(address)
  }

  /** Where an address without a page leads. */
  function findOld(path: string): Address {
    const question = getRow<QuestionKey>(sql.alias, path)
    if (question) return { status: 'moved', path: toQuestionPath(question.subject, question.slug) }
    return getRow(sql.removed, path) ? { status: 'removed' } : { status: 'unknown' }
  }

  return { findAddress: (path: string) => findAddress(path, { isLibraryPage, findOld }) }
}
