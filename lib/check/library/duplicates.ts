import { toAddress } from './addresses'
import type { KnownQuestion } from './checked-files'
import { toLikeness } from './minhash'

/** From this similarity on, two texts are the same answer with some words changed. Unrelated answers reach 0.02. */
export const alike = 0.8

export function isSameText(a: KnownQuestion, b: KnownQuestion): boolean {
  return a.minhash !== undefined && b.minhash !== undefined && toLikeness(a.minhash, b.minhash) >= alike
}

/** Whether a `canonical` field says which of two files is canonical. */
export function isSettled(a: KnownQuestion, b: KnownQuestion): boolean {
  const addresses = [a, b].map(toAddress)
  const named = [a, b].map(({ facts }) => facts.canonical?.text)
  return named.some((name) => name && addresses.includes(name)) || (named[0] !== undefined && named[0] === named[1])
}

/** “learn/law/tort.md:5:8 has”, and how many others. */
export function toPlaces(questions: readonly KnownQuestion[]): string {
  const [first, ...others] = questions
  const { line, column } = first?.facts.titlePlace ?? { line: 1, column: 1 }
  const place = `${first?.path}:${line}:${column}`
  if (others.length === 0) return `${place} has`
  return `${place} and ${others.length === 1 ? 'one other' : `${others.length} others`} have`
}
