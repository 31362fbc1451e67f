import { toNormalPath } from '@/lib/core/normal-path'
import {
  fixedPaths,
  isFixedPath,
  type LibraryAddress,
  parseLibraryPath,
  parseQuestionPath,
  toQuestionPath,
} from '@/lib/core/routes'
import { toTopicKey } from '@/lib/core/topics'
import type { QuestionKey } from '@/lib/core/types'
import type { Address } from '@/lib/library/pages'
import { getRow, type Store } from '../schema/open'
import type { prepareLists } from './lists'
import type { prepareQuestions } from './questions'
import type { prepareTopics } from './topics'

type Queries = ReturnType<typeof prepareLists> & ReturnType<typeof prepareQuestions> & ReturnType<typeof prepareTopics>

/** Finds what is at a path, by a few key look-ups, however many pages and old addresses there are. */
export function prepareAddresses(store: Store, queries: Queries) {
  const sql = {
    // Straight to the canonical page, where the question is a copy of another one.
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

  const findNormal = (path: string): Address =>
    fixedPaths.includes(path) || isLibraryPage(path) ? { status: 'moved', path } : findOld(path)

  /** The Markdown version of a question moves with its page. */
  function findMarkdown(path: string): Address {
    const address = findNormal(path.slice(0, -'.md'.length))
    if (address.status === 'unknown') return findNormal(path)
    if (address.status !== 'moved') return address
    return parseQuestionPath(address.path) ? { status: 'moved', path: `${address.path}.md` } : { status: 'unknown' }
  }

  return {
    /** Capital letters, extra slashes and needless encoding redirect to the path without them. */
    findAddress(path: string): Address {
      if (isFixedPath(path) || isLibraryPage(path)) return { status: 'page' }
      const normal = toNormalPath(path)
      if (normal === undefined) return { status: 'unknown' }
      const address = normal.endsWith('.md') ? findMarkdown(normal) : findNormal(normal)
      // A file at its own address has not moved.
      return address.status === 'moved' && address.path === path ? { status: 'unknown' } : address
    },
  }
}
