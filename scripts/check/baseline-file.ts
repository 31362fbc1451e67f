import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Baseline, toFile } from '@/lib/check/baseline'
import { readFileAt } from '@/lib/check/changed-files'
import type { Report } from '@/lib/check/report'
import * as rule from '@/lib/check/rules/library/baseline'
import type { Finding, ReportedFinding } from '@/lib/core/finding'
import { UsageError } from '../run-script'

export type BaselineOptions = {
  file: string
  update: boolean
  since: string | undefined
  scope: readonly string[] | undefined
}

/** The file of --baseline: the findings known from it; after the check, what to report about it and write to it. */
export async function openBaseline({ file, update, since, scope }: BaselineOptions) {
  const exists = existsSync(file)
  if (!exists && !update) throw new UsageError(`There is no baseline at ${file}. Create it with --update-baseline.`)
  if (!exists && scope) throw new UsageError('A new baseline holds the findings of all files: name no paths.')
  const baseline = new Baseline(exists ? readFileSync(file, 'utf8') : '')
  const before = since && exists ? await readFileAt(since, file) : undefined
  const shown = path.relative(process.cwd(), file)
  const checked = scope && new Set(scope)

  const report = (lines: { line: number }[], toFinding: (line: number) => Finding): ReportedFinding[] =>
    lines.map(({ line }) => ({ path: shown, ...toFinding(line) }))

  return {
    baseline,

    /** Writes the baseline if it is to be updated, and returns what is wrong with it otherwise. */
    settle({ lines }: Report): ReportedFinding[] {
      const fixed = baseline.listFixed((path) => !checked || checked.has(path))
      if (!exists) writeFileSync(file, toFile(lines))
      else if (update && fixed.length > 0) writeFileSync(file, baseline.without(fixed))
      const added = before === undefined ? [] : baseline.listAddedSince(new Baseline(before))
      return [...report(added, rule.toNewLineFinding), ...(update ? [] : report(fixed, rule.toFixedFinding))]
    },
    isNew: !exists,
  }
}
