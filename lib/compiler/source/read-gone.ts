import type { Problem } from '@/lib/core/finding'
import { toNormalPath } from '@/lib/core/normal-path'
import type { PlacedAddress } from '@/lib/core/types'
import { isCalendarDate } from '../schema/validate'
import { locateFields, parseYamlFile } from './front-matter'
import { findMistake } from './read-aliases'
import type { ReadResult } from './read-question'

/**
 * Reads content/gone.yml: the addresses that had a question and have none any more. Each begins a line and ends with a
 * colon; below it, indented, may stand `date` (YYYY-MM-DD) and `reason`, for whoever reads the file.
 */
export function readGone(text: string): ReadResult<PlacedAddress[]> {
  const { record, problems } = listGone(text)
  return problems.length > 0 ? { problems } : { record, problems }
}

/** The addresses of content/gone.yml that are right, and what is wrong with the others. */
export function listGone(text: string): { record: PlacedAddress[]; problems: Problem[] } {
  if (text.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line))) return { record: [], problems: [] }
  const parsed = parseYamlFile(text)
  if ('rule' in parsed) return { record: [], problems: [parsed] }
  const problems: Problem[] = []
  const record: PlacedAddress[] = []
  const seen = new Set<string>()
  const places = locateLines(text)
  for (const [written, details] of Object.entries(parsed.fields)) {
    const place = places.get(written) ?? { line: 1, column: 1 }
    const address = toNormalPath(written) ?? ''
    const mistake = findMistake(written) ?? findTwin(written, seen.has(address)) ?? findDetailMistake(written, details)
    if (mistake) problems.push({ ...place, rule: 'gone-address', message: `The gone address ${mistake}` })
    else record.push({ address, ...place })
    seen.add(address)
  }
  return { record, problems }
}

const findTwin = (written: string, twice: boolean) =>
  twice ? `“${written}” stands here twice, but for capital letters or a slash. Remove one.` : undefined

function findDetailMistake(written: string, details: unknown): string | undefined {
  if (details === null) return undefined
  const expected = 'Below it may stand “date: 2026-11-20” and “reason: …”, indented, and nothing else.'
  if (typeof details !== 'object' || Array.isArray(details)) return `“${written}” has a value. ${expected}`
  for (const [name, value] of Object.entries(details)) {
    if (name === 'date' && typeof value === 'string' && isCalendarDate(value)) continue
    if (name === 'reason' && typeof value === 'string') continue
    return `“${written}” has the field “${name}: ${JSON.stringify(value)}”. ${expected}`
  }
  return undefined
}

/** The line and column of every address, in one pass over the text: there may be a hundred thousand. */
function locateLines(text: string): Map<string, { line: number; column: number }> {
  const places = new Map<string, { line: number; column: number }>()
  let line = 1
  let lineStart = 0
  for (const [name, { key }] of [...locateFields(text)].sort(([, a], [, b]) => a.key - b.key)) {
    for (let end = text.indexOf('\n', lineStart); end !== -1 && end < key; end = text.indexOf('\n', lineStart)) {
      line += 1
      lineStart = end + 1
    }
    places.set(name, { line, column: key - lineStart + 1 })
  }
  return places
}
