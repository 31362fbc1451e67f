import type { QuestionRecord } from '@/lib/core/types'
import type { StoredQuestion } from './question-rows'

/**
 * Something that is derived from questions and stored in its own tables. A changed question is removed in its old form
 * and added in its new one. Once all files are read, `settle` updates the tables with what the compile changed
 * (changes.ts). In a new store, where everything changed, `fill` is called instead if there is one: it is faster.
 */
export type Derivation = {
  add?(id: number, question: QuestionRecord): void
  remove?(question: StoredQuestion): void
  settle?(): void
  fill?(): void
}
