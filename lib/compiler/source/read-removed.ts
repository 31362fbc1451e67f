import type { Finding, Position } from '@/lib/core/finding'
import { toNormalPath } from '@/lib/core/normal-path'
import type { PlacedAddress } from '@/lib/core/types'
import { checkRemovedAddress } from '../rules/old-addresses/gone-address'
import { locateFields, parseYamlFile } from './front-matter'

/**
 * Reads content/gone.yml: the removed addresses, and what is wrong with the others. Each address starts a line and ends
 * with a colon; `date` (YYYY-MM-DD) and `reason`, indented below it, are optional and for readers of the file.
 */
export function readRemoved(text: string): { removed: PlacedAddress[]; findings: Finding[] } {
  if (text.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line))) return { removed: [], findings: [] }
  const parsed = parseYamlFile(text)
  if ('rule' in parsed) return { removed: [], findings: [parsed] }
  const findings: Finding[] = []
  const removed: PlacedAddress[] = []
  const seen = new Set<string>()
  const places = locateLines(text)
  for (const [written, details] of Object.entries(parsed.fields)) {
    const place = places.get(written) ?? { line: 1, column: 1 }
    const address = toNormalPath(written) ?? ''
    const finding = checkRemovedAddress(written, details, seen.has(address), place)
    if (finding) findings.push(finding)
    else removed.push({ address, ...place })
    seen.add(address)
  }
  return { removed, findings }
}

/** The line and column of every address, in one pass over the text: there may be a hundred thousand. */
function locateLines(text: string): Map<string, Position> {
  const places = new Map<string, Position>()
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
