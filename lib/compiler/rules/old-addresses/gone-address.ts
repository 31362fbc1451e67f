import { isCalendarDate } from '@/lib/core/calendar-date'
import { type Finding, type Position, toFinding } from '@/lib/core/finding'
import type { RuleDefinition } from '@/lib/core/rule'
import { findAddressMistake } from '../../source/old-address'

export const rule: RuleDefinition = {
  name: 'gone-address',
  severity: 'error',
  blocks: true,
  expects: 'content/gone.yml lists addresses, each once, with at most a “date” and a “reason” below each.',
  why: 'The site answers each with “410 Gone”, so that search engines soon drop it.',
  wrong: 'what-is-ether: gone',
  right: '/learn/physics/questions/what-is-ether:\n  date: 2026-11-20\n  reason: Answered by “What is a field?”.',
}

/** What is wrong with an address and what is below it; `isDouble` if the file has already listed it. */
export function checkRemovedAddress(
  written: string,
  details: unknown,
  isDouble: boolean,
  at: Position,
): Finding | undefined {
  const double = isDouble
    ? `“${written}” is listed twice; capital letters and a slash at the end make no difference. Remove one.`
    : undefined
  const mistake = findAddressMistake(written) ?? double ?? findDetailMistake(written, details)
  return mistake ? toFinding(rule, { at, message: `The removed address ${mistake}` }) : undefined
}

function findDetailMistake(written: string, details: unknown): string | undefined {
  if (details === null) return undefined
  const expected = 'Below it, indented, only “date: 2026-11-20” and “reason: …” are allowed.'
  if (typeof details !== 'object' || Array.isArray(details)) return `“${written}” has a value. ${expected}`
  for (const [name, value] of Object.entries(details)) {
    if (name === 'date' && typeof value === 'string' && isCalendarDate(value)) continue
    if (name === 'reason' && typeof value === 'string') continue
    return `“${written}” has the field “${name}: ${JSON.stringify(value)}”. ${expected}`
  }
  return undefined
}
