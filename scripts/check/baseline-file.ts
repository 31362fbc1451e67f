import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Baseline, toFile } from '@/lib/check/baseline'
import { readFileAt } from '@/lib/check/changed-files'
import type { Report } from '@/lib/check/report'
import { type Finding, toFinding } from '@/lib/core/finding'
import { UsageError } from '../run-script'

export type BaselineOptions = {
  file: string
  update: boolean
  since: string | undefined
  scope: readonly string[] | undefined
}

/** The file of --baseline: what is known from it, and what is to be said of it and written when the check is over. */
export async function openBaseline({ file, update, since, scope }: BaselineOptions) {
  const exists = existsSync(file)
  if (!exists && !update) throw new UsageError(`There is no baseline at ${file}. Make it with --update-baseline.`)
  if (!exists && scope) throw new UsageError('A new baseline holds the findings of all files: name no paths.')
  const baseline = new Baseline(exists ? readFileSync(file, 'utf8') : '')
  const before = since && exists ? await readFileAt(since, file) : undefined
  const shown = path.relative(process.cwd(), file)
  const checked = scope && new Set(scope)

  const toFindings = (lines: { line: number; text: string }[], message: string): Finding[] =>
    lines.map(({ line }) => toFinding(shown, { line, column: 1, rule: 'baseline', message }))

  return {
    baseline,

    /** Writes the baseline if it is to be updated, and gives what is wrong with it otherwise. */
    settle(report: Report): Finding[] {
      const mended = baseline.listMended((path) => !checked || checked.has(path))
      if (!exists) writeFileSync(file, toFile(report.lines))
      else if (update && mended.length > 0) writeFileSync(file, baseline.without(mended))
      const added = before === undefined ? [] : baseline.listAddedSince(new Baseline(before))
      return [
        ...toFindings(added, 'This line is new. The baseline may only shrink: mend the finding instead.'),
        ...(update ? [] : toFindings(mended, 'This finding was mended. Remove the line: --update-baseline does.')),
      ]
    },
    isNew: !exists,
  }
}
