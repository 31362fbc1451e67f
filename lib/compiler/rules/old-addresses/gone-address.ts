import { isCalendarDate } from '@/lib/core/calendar-date'
import { type Finding, type Position, toFinding } from '@/lib/core/finding'
import type { RuleDefinition } from '@/lib/core/rule'
import { findAddressMistake } from '../../source/old-address'

export const rule: RuleDefinition = {
  name: 'gone-address',
  severity: 'error',
  blocks: true,
  expects: 'content/gone.yml names addresses, each once, and below each at most a “date” and a “reason”.',
  why: 'Each is answered with “410 Gone”, so that search engines soon drop it.',
  wrong: 'what-is-ether: gone',
  right: '/learn/physics/questions/what-is-ether:\n  date: 2026-11-20\n  reason: Answered by “What is a field?”.',
}

/** What is wrong with an address and what is below it; `isDouble` if the file named it before. */
export function checkRemovedAddress(
  written: string,
  details: unknown,
  isDouble: boolean,
  at: Position,
): Finding | undefined {
  const double = isDouble ? `“${written}” is named twice, but for capital letters or a slash. Remove one.` : undefined
  const mistake = findAddressMistake(written) ?? double ?? findDetailMistake(written, details)
  return mistake ? toFinding(rule, { at, message: `The removed address ${mistake}` }) : undefined
}

function findDetailMistake(written: string, details: unknown): string | undefined {
  if (details === null) return undefined
  const expected = 'Below it, indented, may be “date: 2026-11-20” and “reason: …”, and nothing else.'
  if (typeof details !== 'object' || Array.isArray(details)) return `“${written}” has a value. ${expected}`
  for (const [name, value] of Object.entries(details)) {
    if (name === 'date' && typeof value === 'string' && isCalendarDate(value)) continue
    if (name === 'reason' && typeof value === 'string') continue
    return `“${written}” has the field “${name}: ${JSON.stringify(value)}”. ${expected}`
  }
  return undefined
}
