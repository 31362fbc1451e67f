import path from 'node:path'
import type { Finding } from '@/lib/core/finding'
import { applyFixes } from './apply-fixes'
import { type CheckOptions, checkLibrary } from './check-library'
import { applySeverity, type Severities } from './severity'

/** A fix can reveal another finding, and overlapping fixes need several rounds; no file needs more than this. */
const maxRounds = 5

/** Applies all fixes in the files to be checked, and returns how many findings were fixed. */
export async function fixFiles(options: CheckOptions, severities: Severities): Promise<number> {
  let fixed = 0
  let scope = options.scope
  for (let round = 0; round < maxRounds; round += 1) {
    const fixable: { file: string; findings: Finding[] }[] = []
    for await (const { path: file, findings } of checkLibrary({ ...options, ...(scope && { scope }) })) {
      const wanted = findings.filter((finding) => finding.fix && applySeverity(severities, finding))
      const isAsked = !options.scope || options.scope.includes(file)
      if (wanted.length > 0 && isAsked) fixable.push({ file, findings: wanted })
    }
    if (fixable.length === 0) break
    for (const { file, findings } of fixable) fixed += applyFixes(path.join(options.contentDir, file), findings)
    scope = fixable.map(({ file }) => file)
  }
  return fixed
}
