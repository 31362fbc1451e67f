import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { listChangedFiles } from '@/lib/check/changed-files'
import type { CheckOptions } from '@/lib/check/check-library'
import { fixFiles } from '@/lib/check/fix-files'
import { chooseFormat, formatNames } from '@/lib/check/formats/choose'
import { reportFindings } from '@/lib/check/report'
import { readSeverities } from '@/lib/check/severity'
import type { ReportedFinding } from '@/lib/core/finding'
import { openBaseline } from './check/baseline-file'
import { toCheckOptions } from './check/check-options'
import { listNamedFiles } from './check/named-files'
import { printPoints } from './check/print-points'
import { createProgress } from './progress'
import { defineCommand, runIfStarted, UsageError } from './run-script'

const usage = `npm run check [-- PATH… | --changed [BASE]] [--fix] [--rule NAME=off|warn|error]… [--format NAME]
              [--baseline FILE [--update-baseline]] [--content DIR] [--public DIR]
npm run check -- --points FILE…

Holds content against all rules (docs/rules.md) and prints one line a finding, with its place and its remedy.
  PATH…              only these files and folders
  --changed [BASE]   only what differs from where this branch left BASE (default: the main branch)
  --fix              first fixes what has one right answer, and keeps every other byte
  --rule NAME=SEVERITY  off, warn or error, for this run; content/check.yml has a library’s own
  --format NAME      ${formatNames.join(', ')} (default: text)
  --baseline FILE    findings that are known and do not fail; made if it is not there and --update-baseline is given
  --update-baseline  takes out of the baseline what was fixed; nothing is ever added
  --content DIR      the folder with learn/ and subjects/ (default: CONTENT_DIR)
  --public DIR       the folder with the images (default: public)
  --points FILE…     checks nothing, but prints the points that a reader of each file is asked to recall
Exit status: 0; 1 if there are errors; 2 for wrong use.`

export const main = defineCommand(usage, async (args, settings) => {
  const started = performance.now()
  // “--changed=BASE” is what others write for “--changed BASE”.
  const bases = args.flatMap((arg) => /^--changed=(.*)$/s.exec(arg)?.[1] ?? [])
  const { values, positionals } = parseArgs({
    args: args.map((arg) => (arg.startsWith('--changed=') ? '--changed' : arg)),
    allowPositionals: true,
    options: {
      changed: { type: 'boolean', default: false },
      fix: { type: 'boolean', default: false },
      rule: { type: 'string', multiple: true, default: [] },
      format: { type: 'string', default: 'text' },
      baseline: { type: 'string' },
      'update-baseline': { type: 'boolean', default: false },
      points: { type: 'boolean', default: false },
      content: { type: 'string', default: settings.contentDir },
      public: { type: 'string', default: 'public' },
    },
  })
  const format = chooseFormat(values.format)
  if (!format) throw new UsageError(`--format takes ${formatNames.join(', ')}; found “${values.format}”.`)
  if (values.content === '' || values.baseline === '')
    throw new UsageError('--content and --baseline each take a path.')
  if (values['update-baseline'] && !values.baseline) throw new UsageError('--update-baseline needs --baseline FILE.')
  if (values.changed) bases.push(...positionals)
  if (bases.length > 1) throw new UsageError('--changed takes one BASE, and no paths.')

  const contentDir = path.resolve(values.content)
  if (!existsSync(contentDir))
    throw new UsageError(`There is no content folder at ${contentDir}. Set CONTENT_DIR or --content.`)
  if (values.points) {
    if (positionals.length === 0) throw new UsageError('--points needs a FILE, such as content/learn/physics/….md.')
    return printPoints(contentDir, positionals)
  }
  const severities = readSeverities(contentDir, values.rule)
  const changed = values.changed ? await listChangedFiles(contentDir, bases[0]) : undefined
  const scope = changed?.files ?? (positionals.length > 0 ? listNamedFiles(contentDir, positionals) : undefined)
  const progress = createProgress('files')
  const options: CheckOptions = {
    ...(await toCheckOptions({ contentDir, contentDb: settings.contentDb, publicDir: path.resolve(values.public) })),
    onProgress: progress.show,
    ...(scope && { scope }),
  }
  const fixed = values.fix ? await fixFiles(options, severities) : 0
  const known = values.baseline
    ? await openBaseline({ file: values.baseline, update: values['update-baseline'], since: changed?.commit, scope })
    : undefined

  const print = (finding: ReportedFinding) => process.stdout.write(format.finding(finding))
  process.stdout.write(format.begin())
  const report = await reportFindings(options, {
    severities,
    baseline: known?.baseline,
    onFinding: (finding) => !known?.isNew && print(finding),
  })
  const wrongLines = known?.settle(report) ?? []
  wrongLines.forEach(print)
  process.stdout.write(format.end())
  progress.clear()

  const errors = (known?.isNew ? 0 : report.errors) + wrongLines.length
  const parts = [
    `${errors} errors, ${known?.isNew ? 0 : report.warnings} warnings`,
    ...(values.fix ? [`${fixed} fixed`] : []),
    ...(known ? [`${known.isNew ? report.lines.length : report.known} known from ${values.baseline}`] : []),
  ]
  const ms = Math.round(performance.now() - started)
  console.error(`${report.files} files checked: ${parts.join('; ')}; ${ms} ms.`)
  return errors > 0 ? 1 : 0
})

await runIfStarted(import.meta.url, main)
