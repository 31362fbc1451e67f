import { toNormalPath } from '@/lib/core/normal-path'
import { parseQuestionPath, toQuestionPath } from '@/lib/core/routes'
import type { QuestionKey } from '@/lib/core/types'
import { getRow, type Store } from '../schema/open'

/** What is at an address where no page is: the page's present address, or nothing any more. */
export type Moved = { status: 308; path: string } | { status: 410 }

/** A few look-ups by key for each address, however many are old. */
export function prepareMoved(store: Store, hasPage: (path: string) => boolean) {
  const sql = {
    // Straight to the page that counts, where the question is a copy of another one.
    alias: store.prepare(`SELECT
        iif(o.no_index, q.subject, o.subject) AS subject, iif(o.no_index, q.slug, o.slug) AS slug
      FROM alias a JOIN question q ON q.id = a.question_id JOIN question o ON o.id = q.owner_id
      WHERE a.address = ? ORDER BY q.path LIMIT 1`),
    gone: store.prepare('SELECT 1 FROM gone WHERE address = ?'),
  }

  function findPage(path: string): Moved | undefined {
    if (hasPage(path)) return { status: 308, path }
    const question = getRow<QuestionKey>(sql.alias, path)
    if (question) return { status: 308, path: toQuestionPath(question.subject, question.slug) }
    return getRow(sql.gone, path) ? { status: 410 } : undefined
  }

  return {
    /**
     * Where a path leads, or that what it led to is gone. Undefined where a page stands at just this path, and where
     * nothing ever stood. Capital letters, slashes too many and needless encoding lead to the path without them.
     */
    findMoved(path: string): Moved | undefined {
      const normal = toNormalPath(path)
      if (normal === undefined) return undefined
      const moved = normal.endsWith('.md') ? findMarkdown(normal) : findPage(normal)
      return moved?.status === 308 && moved.path === path ? undefined : moved
    },
  }

  /** A question as Markdown moves with its page. */
  function findMarkdown(path: string): Moved | undefined {
    const page = path.slice(0, -'.md'.length)
    const moved = findPage(page)
    if (moved?.status !== 308) return moved ?? findPage(path)
    return parseQuestionPath(moved.path) ? { status: 308, path: `${moved.path}.md` } : undefined
  }
}
