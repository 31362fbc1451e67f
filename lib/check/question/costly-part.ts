import type { AnswerSource } from '@/lib/core/answer-source'
import { findExcess } from './find-excess'

/** A part of an answer, as offsets in its source. */
export type Part = { start: number; end: number }

/** The most rounds: each round may use up the whole budget. */
const maxRounds = 10

/**
 * A part that exceeds the budget by itself: the longest part if it does, else the smallest that bisection finds; the whole
 * answer if no part does.
 */
export function findCostlyPart(source: AnswerSource): Part {
  let parts = splitParts(source)
  const isCostly = (some: Part[]) =>
    findExcess({ ...source, text: source.text.slice(some[0]?.start, some.at(-1)?.end) }) !== undefined
  const longest = parts.reduce((a, b) => (toLength(b) > toLength(a) ? b : a), { start: 0, end: 0 })
  if (parts.length > 1 && isCostly([longest])) return longest
  for (let round = 0; round < maxRounds && parts.length > 1; round += 1) {
    const middle = parts.length >> 1
    const half = [parts.slice(0, middle), parts.slice(middle)].find(isCostly)
    if (!half) break
    parts = half
  }
  return { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 }
}

const toLength = ({ start, end }: Part) => end - start

/** The programs of an answer, and the paragraphs of the rest, as separated by empty lines. */
function splitParts({ text, breaks }: AnswerSource): Part[] {
  const parts: Part[] = []
  const lineEnd = breaks === 'literal' ? '\\n' : '\n'
  let fence = ''
  let start = 0
  let at = 0
  const cut = (end: number) => {
    if (text.slice(start, end).replaceAll(lineEnd, '').trim() !== '') parts.push({ start, end })
    start = end
  }
  for (const line of text.split(lineEnd)) {
    const end = Math.min(text.length, at + line.length + lineEnd.length)
    const marker = /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence === '' && marker) {
      cut(at)
      fence = marker
    } else if (fence !== '' && marker?.startsWith(fence)) {
      cut(end)
      fence = ''
    } else if (fence === '' && line.trim() === '') cut(end)
    at = end
  }
  cut(text.length)
  return parts
}
