import type { QuestionSummary } from '@/lib/core/types'
import { maxNear } from '@/lib/library/near'
import { listRows, type Store } from '../schema/open'
import { summaryColumns, summaryJoins } from './rows'

/** Questions and authors that have one of many slugs: one look-up for each slug. */
export function prepareNearAddresses(store: Store) {
  const sql = {
    questions:
      store.prepare(`SELECT ${summaryColumns} FROM json_each(?) wanted CROSS JOIN question q ON q.slug = wanted.value
      ${summaryJoins} WHERE q.no_index = 0 AND q.is_canonical = 1 ORDER BY wanted.key, q.id LIMIT ${maxNear}`),
    authors: store.prepare(`SELECT slug, (
        SELECT name FROM author_name WHERE slug = t.slug AND uses > 0 ORDER BY uses DESC, name LIMIT 1
      ) AS name
      FROM (SELECT DISTINCT a.slug, wanted.key FROM json_each(?) wanted CROSS JOIN author_name a ON a.slug = wanted.value AND a.uses > 0
        ORDER BY wanted.key LIMIT ?) t`),
  }
  return {
    listQuestionsAt: (slugs: readonly string[]) => listRows<QuestionSummary>(sql.questions, JSON.stringify(slugs)),
    listAuthorsAt: (slugs: readonly string[]) =>
      listRows<{ slug: string; name: string }>(sql.authors, JSON.stringify(slugs), maxNear),
  }
}
