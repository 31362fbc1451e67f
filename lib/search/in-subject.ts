import type { FilledSubject } from '@/lib/core/search-page'
import type { Subject } from '@/lib/core/types'
import type { Found } from './ranking'
import { onePerSense } from './rewordings'
import { toSubjectToken } from './subject-token'

/** The results that are in a subject. */
export const keepInSubject = (found: readonly Found[], { slug }: Subject) =>
  found.filter((question) => toToken(question) === toSubjectToken(slug))

/** One question of each sense. */
export const dropRewordings = (found: readonly Found[]) => onePerSense(found, ({ sense }) => sense)

/**
 * The subjects that have results, most results first, each with the number left by `keepInSubject` and
 * `dropRewordings`. No number if not all results are known (`capped`).
 */
export function countBySubject(all: readonly Subject[], found: readonly Found[], capped: boolean): FilledSubject[] {
  const senses = new Map<string, Set<number>>()
  for (const question of found) {
    const token = toToken(question)
    senses.set(token, (senses.get(token) ?? new Set()).add(question.sense))
  }
  const sizeOf = ({ slug }: Subject) => senses.get(toSubjectToken(slug))?.size ?? 0
  return all
    .filter((subject) => sizeOf(subject) > 0)
    .sort((a, b) => sizeOf(b) - sizeOf(a))
    .map((subject) => ({ ...subject, found: capped ? undefined : sizeOf(subject) }))
}

const toToken = ({ subject }: Found) => subject.slice(subject.lastIndexOf(' ') + 1)
