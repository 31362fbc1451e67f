import { parseLibraryPath, toQuestionPath } from '@/lib/core/routes'
import { toTopicKey } from '@/lib/core/topics'
import type { QuestionKey } from '@/lib/core/types'
import { findAddress, listAskedPaths } from '@/lib/library/find-address'
import type { Address } from '@/lib/library/pages'
import type { prepareLists } from './lists'
import type { Ask } from './session'

/** Finds what is at a path in one round trip. */
export function prepareAddresses(s: string, lists: ReturnType<typeof prepareLists>) {
  const sql = {
    question: { name: 'question-exists', text: `SELECT 1 FROM ${s}.question WHERE subject = $1 AND slug = $2` },
    // Straight to the canonical page if the question is a copy of another one.
    alias: {
      name: 'alias',
      text: `SELECT CASE c.no_index WHEN 0 THEN c.subject ELSE q.subject END AS subject,
          CASE c.no_index WHEN 0 THEN c.slug ELSE q.slug END AS slug
        FROM ${s}.alias a JOIN ${s}.question q ON q.id = a.question_id JOIN ${s}.question c ON c.id = q.canonical_id
        WHERE a.address = $1 ORDER BY q.path LIMIT 1`,
    },
    removed: { name: 'removed', text: `SELECT 1 FROM ${s}.removed_address WHERE address = $1` },
  }

  async function isLibraryPage(ask: Ask, path: string): Promise<boolean> {
    const address = parseLibraryPath(path)
    const { countPages, getSubject, getTopic, getAuthorName } = lists(ask)
    const isPage = async (found: Promise<unknown>, pages: Promise<number>, page: number) => {
      const [there, last] = await Promise.all([found, pages])
      return there !== undefined && page <= last
    }
    switch (address?.kind) {
      case 'question':
        return (await ask(sql.question, address.subject, address.slug)).length > 0
      case 'subject':
        return isPage(getSubject(address.slug), countPages('newest', address.slug), address.page)
      case 'topic': {
        const { subject, slug, page } = address
        return isPage(getTopic(subject, slug), countPages('topic', toTopicKey(subject, slug)), page)
      }
      case 'author':
        return isPage(getAuthorName(address.slug), countPages('author', address.slug), address.page)
      default:
        return false
    }
  }

  /** Where an address without a page leads. */
  async function findOld(ask: Ask, path: string): Promise<Address> {
    const [[question], [removed]] = await Promise.all([
      ask<QuestionKey>(sql.alias, path),
      ask<object>(sql.removed, path),
    ])
    if (question) return { status: 'moved', path: toQuestionPath(question.subject, question.slug) }
    return removed ? { status: 'removed' } : { status: 'unknown' }
  }

  return async (ask: Ask, path: string): Promise<Address> => {
    const known = await Promise.all(
      listAskedPaths(path).map(async (asked) => {
        const [isPage, old] = await Promise.all([isLibraryPage(ask, asked), findOld(ask, asked)])
        return [asked, { isPage, old }] as const
      }),
    )
    const at = new Map(known)
    return findAddress(path, {
      isLibraryPage: (asked) => at.get(asked)?.isPage ?? false,
      findOld: (asked) => at.get(asked)?.old ?? { status: 'unknown' },
    })
  }
}
