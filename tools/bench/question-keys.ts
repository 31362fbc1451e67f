import type { QuestionKey } from '@/lib/core/types'
import type { Store } from '@/lib/store/schema/open'

/** Up to 40,000 questions, spread over the library; the same in every run. */
export const listQuestionKeys = (store: Store) =>
  store.prepare('SELECT subject, slug FROM question ORDER BY (id * 7919) % 1000003 LIMIT 40000').all() as QuestionKey[]
