import type { Question, QuestionSummary } from '@/lib/core/types'
import { toWords } from '@/lib/core/words'
import { toQuestionId } from './heading-key'

/** Questions in the sidebar. */
export const relatedCount = 5

/** How many questions one word may bring up. It bounds the work; a common word says little about similarity anyway. */
export const matchesPerWord = 300
const wordsPerQuestion = 12

/** How much more similarity counts within one subject. */
const sameSubject = 1.25

/** How many words a question of another subject must share: a single one may be a coincidence. */
const sharedAcrossSubjects = 2

const commonWords = new Set(
  `about after also and are between can definition describe did different difference does each explain example examples
  for from give has have how into its make main mean many more most other role provide several significance some such
  than that the their them there these they this through used uses using was were what when where which while who why
  will with work works would you your`.split(/\s+/),
)

/** A question that shares words with another one: how much that says, and how many. */
export type Alike = { id: number; score: number; words: number }

/** The words that say what a question is about, those of its title first. */
export function listSelectiveWords({ title, details }: Question): string[] {
  const words = toWords(`${title} ${details.keywords.join(' ')}`)
  return [...new Set(words)].filter((word) => word.length > 2 && !commonWords.has(word)).slice(0, wordsPerQuestion)
}

/** The most similar questions, by the heading keys of those that have each of its selective words. */
export function listAlike(keysByWord: readonly (readonly number[])[]): Alike[] {
  const found = new Map<number, Alike>()
  for (const keys of keysByWord) {
    const weight = 1 / Math.log2(2 + keys.length) ** 2
    for (const id of new Set(keys.map(toQuestionId))) {
      const { score, words } = found.get(id) ?? { score: 0, words: 0 }
      found.set(id, { id, score: score + weight, words: words + 1 })
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score || a.id - b.id).slice(0, 3 * relatedCount)
}

/** Prefers the same subject; a question of another one must share more than one word. */
export function sortAlike(
  { subject }: Question,
  alike: readonly Alike[],
  summaries: ReadonlyMap<number, QuestionSummary>,
): QuestionSummary[] {
  return alike
    .flatMap(({ id, score, words }) => {
      const row = summaries.get(id)
      if (row?.subject === subject) return [{ row, score: score * sameSubject }]
      return row && words >= sharedAcrossSubjects ? [{ row, score }] : []
    })
    .sort((a, b) => b.score - a.score)
    .map(({ row }) => row)
}

/** What to read after a question: as many as fit of what is offered, in that order, each once. */
export class RelatedChoice {
  readonly #chosen = new Map<number, QuestionSummary>()

  constructor(private readonly question: Question) {}

  get isComplete() {
    return this.#chosen.size === relatedCount
  }

  get questions() {
    return [...this.#chosen.values()]
  }

  offer(rows: Iterable<QuestionSummary>) {
    for (const row of rows) {
      if (!this.isComplete && row.id !== this.question.canonicalId) this.#chosen.set(row.id, row)
    }
  }
}
