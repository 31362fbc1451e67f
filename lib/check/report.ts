import path from 'node:path'
import type { Finding, ReportedFinding } from '@/lib/core/finding'
import { type Baseline, toLine } from './baseline'
import { type CheckOptions, checkLibrary } from './check-library'
import { applySeverity, type Severities } from './severity'

export type ReportOptions = {
  severities: Severities
  baseline: Baseline | undefined
  /** `file` is the path below the content folder. */
  onFinding: (finding: ReportedFinding, file: string) => void
}

/**
 * The result of a check: `notices` by rule; `known` counts findings in the baseline, which has no notices; `lines` are
 * those of a new baseline.
 */
export type Report = {
  files: number
  errors: number
  warnings: number
  notices: Map<string, number>
  known: number
  lines: string[]
}

/** Checks files and counts findings; reports each that is enabled and not known, with its path relative to here. */
export async function reportFindings(
  options: CheckOptions,
  { severities, baseline, onFinding }: ReportOptions,
): Promise<Report> {
  const report: Report = { files: 0, errors: 0, warnings: 0, notices: new Map(), known: 0, lines: [] }
  const base = path.relative(process.cwd(), options.contentDir)
  for await (const { path: file, findings } of checkLibrary(options)) {
    report.files += 1
    for (const found of findings) {
      const finding = applySeverity(severities, found)
      if (!finding) continue
      if (baseline && finding.severity !== 'notice') {
        report.lines.push(toLine(file, found))
        if (baseline.take(file, found)) {
          report.known += 1
          continue
        }
      }
      count(report, finding)
      onFinding({ ...finding, path: path.join(base, file) }, file)
    }
  }
  return report
}

function count(report: Report, { severity, rule }: Finding) {
  if (severity === 'notice') report.notices.set(rule, (report.notices.get(rule) ?? 0) + 1)
  else report[severity === 'error' ? 'errors' : 'warnings'] += 1
}
