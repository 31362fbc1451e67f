import path from 'node:path'
import type { ReportedFinding } from '@/lib/core/finding'
import { type Baseline, toLine } from './baseline'
import { type CheckOptions, checkLibrary } from './check-library'
import { applySeverity, type Severities } from './severity'

export type ReportOptions = {
  severities: Severities
  baseline: Baseline | undefined
  onFinding: (finding: ReportedFinding) => void
}

/** The result of a check. `known` counts findings in the baseline; `lines` are the lines of a new baseline. */
export type Report = { files: number; errors: number; warnings: number; known: number; lines: string[] }

/** Checks files and counts findings; reports each that is enabled and not known, with its path relative to here. */
export async function reportFindings(
  options: CheckOptions,
  { severities, baseline, onFinding }: ReportOptions,
): Promise<Report> {
  const report: Report = { files: 0, errors: 0, warnings: 0, known: 0, lines: [] }
  const base = path.relative(process.cwd(), options.contentDir)
  for await (const { path: file, findings } of checkLibrary(options)) {
    report.files += 1
    for (const found of findings) {
      const finding = applySeverity(severities, found)
      if (!finding) continue
      if (baseline) {
        report.lines.push(toLine(file, found))
        if (baseline.take(file, found)) {
          report.known += 1
          continue
        }
      }
      report[finding.severity === 'error' ? 'errors' : 'warnings'] += 1
      onFinding({ ...finding, path: path.join(base, file) })
    }
  }
  return report
}
