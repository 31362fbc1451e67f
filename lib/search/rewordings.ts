import { maxWays } from '@/lib/core/search-limits'
import { areTitlesNear } from './sense'

type Worded = { id: number; title: string; sense: number }

/**
 * The rewordings of a question among those that share its sense or a band of its answer (answer-bands.ts). In the latter
 * case the titles must be similar too.
 */
export function listRewordings<Other extends Worded>(question: Worded, others: readonly Other[]): Other[] {
  return others
    .filter(
      ({ id, title, sense }) =>
        id !== question.id && (sense === question.sense || areTitlesNear(title, question.title)),
    )
    .slice(0, maxWays - 1)
}

/** The first question of each sense. */
export function onePerSense<Found>(questions: readonly Found[], toSenseOf: (question: Found) => number): Found[] {
  const senses = new Set<number>()
  return questions.filter((question) => senses.size < senses.add(toSenseOf(question)).size)
}
