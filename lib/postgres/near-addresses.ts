import type { QuestionSummary } from '@/lib/core/types'
import { maxNear } from '@/lib/library/near'
import type { Ask } from './session'
import { summaryColumns, toSummaryJoins } from './summaries'

/** What has one of many slugs (lib/store/read/near-addresses.ts): one look-up each, never a join of the whole table. */
export function prepareNearAddresses(s: string) {
  const sql = {
    questions: {
      name: 'questions-at',
      text: `SELECT ${summaryColumns} FROM unnest($1::text[]) WITH ORDINALITY wanted(slug, place) CROSS JOIN LATERAL (
          SELECT id, canonical_id FROM ${s}.question WHERE slug = wanted.slug AND no_index = 0 AND is_canonical = 1
          ORDER BY id LIMIT ${maxNear}
        ) q ${toSummaryJoins(s)} ORDER BY wanted.place, q.id LIMIT ${maxNear}`,
    },
    authors: {
      name: 'authors-at',
      text: `SELECT a.slug, a.name FROM unnest($1::text[]) WITH ORDINALITY wanted(slug, place) CROSS JOIN LATERAL (
          SELECT slug, name FROM ${s}.author_name WHERE slug = wanted.slug AND uses > 0 ORDER BY uses DESC, name LIMIT 1
        ) a ORDER BY wanted.place LIMIT ${maxNear}`,
    },
  }
  return (ask: Ask) => ({
    listQuestionsAt: (slugs: readonly string[]) => ask<QuestionSummary>(sql.questions, slugs),
    listAuthorsAt: (slugs: readonly string[]) => ask<{ slug: string; name: string }>(sql.authors, slugs),
  })
}
