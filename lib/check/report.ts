import path from 'node:path'
import type { Finding } from '@/lib/core/finding'
import { type Baseline, toLine } from './baseline'
import { type CheckOptions, checkLibrary } from './check-library'
import { applyLevel, type Levels } from './levels'

export type ReportOptions = { levels: Levels; baseline: Baseline | undefined; onFinding: (finding: Finding) => void }

/** What was found. `known` counts what the baseline holds; `lines` are those that a new baseline would have. */
export type Report = { files: number; errors: number; warnings: number; known: number; lines: string[] }

/** Checks files, hands out each finding that is on and not known, with its path as seen from here, and counts them. */
export async function reportFindings(
  options: CheckOptions,
  { levels, baseline, onFinding }: ReportOptions,
): Promise<Report> {
  const report: Report = { files: 0, errors: 0, warnings: 0, known: 0, lines: [] }
  const base = path.relative(process.cwd(), options.contentDir)
  for await (const { path: file, problems } of checkLibrary(options)) {
    report.files += 1
    for (const problem of problems) {
      const finding = applyLevel(levels, path.join(base, file), problem)
      if (!finding) continue
      if (baseline) {
        report.lines.push(toLine(file, problem))
        if (baseline.take(file, problem)) {
          report.known += 1
          continue
        }
      }
      report[finding.level === 'error' ? 'errors' : 'warnings'] += 1
      onFinding(finding)
    }
  }
  return report
}
