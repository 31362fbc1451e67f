import { toQuestionPath } from '@/lib/core/routes'
import type { QuestionKey } from '@/lib/core/types'
import { listRows, type Store } from '../schema/open'

/**
 * The groups of questions with the same slug and answer in which no file names the canonical one, as addresses: in each,
 * the currently canonical one comes first. Scans all questions, so not for use by pages.
 */
export function listCopies(store: Store): string[][] {
  const statement = store.prepare(
    `SELECT same_key AS key, subject, slug FROM question
     WHERE same_key IN (SELECT same_key FROM question GROUP BY same_key HAVING count(*) > 1 AND max(canonical) IS NULL)
     ORDER BY same_key, is_canonical DESC, path`,
  )
  const groups = new Map<string, string[]>()
  for (const { key, subject, slug } of listRows<QuestionKey & { key: string }>(statement)) {
    const group = groups.get(key) ?? []
    group.push(toQuestionPath(subject, slug))
    groups.set(key, group)
  }
  return [...groups.values()]
}
