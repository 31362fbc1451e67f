import type { QuestionRecord } from '@/lib/core/types'
import type { StoredQuestion } from './question-rows'

/**
 * One thing that is derived from questions and kept in tables of its own. A changed question is removed as it was and
 * then added as it is. Once all files are read, `settle` brings the tables up to date with what the compile changed
 * (changes.ts); in a new store, where everything changed, `fill` is called in its place where there is a faster way.
 */
export type Derivation = {
  add?(id: number, question: QuestionRecord): void
  remove?(question: StoredQuestion): void
  settle?(): void
  fill?(): void
}
