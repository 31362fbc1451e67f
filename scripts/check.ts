import path from 'node:path'
import { parseArgs } from 'node:util'
import { type ChangedFiles, listChangedFiles } from '@/lib/check/changed-files'
import type { CheckOptions } from '@/lib/check/check-library'
import { readEarlierQuestions } from '@/lib/check/earlier-questions'
import { fixFiles } from '@/lib/check/fix-files'
import { chooseFormat, formatNames } from '@/lib/check/formats/choose'
import { createSummary, summaryFormats } from '@/lib/check/formats/summary'
import { reportFindings } from '@/lib/check/report'
import { listUnasked, onlyRules, readSeverities } from '@/lib/check/severity'
import { identifyContent } from '@/lib/compiler/source/content-folder'
import { toQuestionKey } from '@/lib/compiler/source/read-question'
import { toCount } from '@/lib/core/counted-noun'
import type { ReportedFinding } from '@/lib/core/finding'
import { openBaseline } from './check/baseline-file'
import { toCheckOptions } from './check/check-options'
import { listNamedFiles } from './check/named-files'
import { printPoints } from './check/print-points'
import { createProgress } from './progress'
import { defineCommand, runIfStarted, UsageError } from './run-script'

const usage = `npm run check [-- PATH… | --changed [BASE]] [--only RULE]… [--summary] [--format NAME] [--fix]
              [--rule NAME=off|notice|warn|error]… [--baseline FILE [--update-baseline]] [--content DIR]
              [--public DIR]
npm run check -- --points FILE…

Checks content against all rules (docs/rules.md) and prints one line per finding: where it is and how to fix it.
  PATH…              only these files and folders
  --changed [BASE]   only what differs from where this branch left BASE (default: the main branch), and what that
                     breaks in other files
  --only RULE        only what this rule finds, including notices; may be repeated
  --summary          counts findings by rule and by subject (--format text, csv or json)
  --fix              first fixes what has one right answer, changing no other byte
  --rule NAME=LEVEL  off, notice, warn or error, for this run; content/check.yml has a library’s own
  --format NAME      ${formatNames.join(', ')} (default: text);
                     html is a worklist to sort and filter: “--format html > worklist.html”
  --baseline FILE    known findings, which do not fail; with --update-baseline it is created if missing
  --update-baseline  removes from the baseline what was fixed; nothing is ever added
  --content DIR      the folder with learn/ and subjects/ (default: CONTENT_DIR)
  --public DIR       the folder with the images (default: public)
  --points FILE…     checks nothing, but prints the points of each file that readers are asked to recall
Exit status: 0; 1 if there are errors; 2 for wrong use.`

export const main = defineCommand(usage, async (args, settings) => {
  const started = performance.now()
  // “--changed=BASE” is another spelling of “--changed BASE”.
  const bases = args.flatMap((arg) => /^--changed=(.*)$/s.exec(arg)?.[1] ?? [])
  const { values, positionals } = parseArgs({
    args: args.map((arg) => (arg.startsWith('--changed=') ? '--changed' : arg)),
    allowPositionals: true,
    options: {
      changed: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      summary: { type: 'boolean', default: false },
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
  const format = values.summary ? createSummary(values.format) : chooseFormat(values.format)
  const names = (values.summary ? summaryFormats : formatNames).join(', ')
  if (!format) throw new UsageError(`--format takes ${names}; found “${values.format}”.`)
  const isPart = values.only.length > 0
  if (isPart && values.baseline)
    throw new UsageError('A baseline needs all rules: give --only or --baseline, not both.')
  if (values.content === '' || values.baseline === '')
    throw new UsageError('--content and --baseline each take a path.')
  if (values['update-baseline'] && !values.baseline) throw new UsageError('--update-baseline needs --baseline FILE.')
  if (values.changed) bases.push(...positionals)
  if (bases.length > 1) throw new UsageError('--changed takes one BASE, and no paths.')

  const contentDir = path.resolve(values.content)
  identifyContent(contentDir)
  if (values.points) {
    if (positionals.length === 0) throw new UsageError('--points needs a FILE, such as content/learn/physics/….md.')
    return printPoints(contentDir, positionals)
  }
  const all = readSeverities(contentDir, values.rule)
  const severities = isPart ? onlyRules(all, values.only) : all
  const foldsNotices = format.foldsNotices === true && !isPart
  const publicDir = path.resolve(values.public)
  const changed = values.changed ? await listChangedFiles(contentDir, publicDir, bases[0]) : undefined
  const scope = changed?.files ?? (positionals.length > 0 ? listNamedFiles(contentDir, positionals) : undefined)
  // Comparing a whole library just to count notices would take as long as everything else.
  const skippedRules = listUnasked(severities, foldsNotices && scope === undefined)
  const progress = createProgress('files')
  const checked = await toCheckOptions({ contentDir, contentDb: settings.contentDb, publicDir })
  const options: CheckOptions = {
    ...checked,
    skippedRules,
    onProgress: progress.show,
    ...(scope && { scope }),
    ...(changed && { change: await readChange(changed, checked) }),
  }
  const fixed = values.fix ? await fixFiles(options, severities) : 0
  const known = values.baseline
    ? await openBaseline({ file: values.baseline, update: values['update-baseline'], since: changed?.commit, scope })
    : undefined

  const print = (finding: ReportedFinding, file: string) => {
    if (finding.severity === 'notice' && foldsNotices) return
    process.stdout.write(format.finding(finding, file.startsWith('learn/') ? toQuestionKey(file).subject : ''))
  }
  process.stdout.write(format.begin())
  const report = await reportFindings(options, {
    severities,
    baseline: known?.baseline,
    onFinding: (finding, file) => !known?.isNew && print(finding, file),
  })
  const wrongLines = known?.settle(report) ?? []
  for (const finding of wrongLines) print(finding, '')
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
  if (report.notices.size > 0) console.error(toNoticeLine(report.notices))
  return errors > 0 ? 1 : 0
})

/** What a change may have broken in files that did not change. */
async function readChange({ commit, files, publicFiles }: ChangedFiles, { contentDir, schema }: CheckOptions) {
  return { earlier: await readEarlierQuestions(commit, contentDir, files, schema.schema), publicFiles }
}

function toNoticeLine(notices: ReadonlyMap<string, number>): string {
  const rules = [...notices].sort(([, a], [, b]) => b - a).map(([rule, count]) => `${rule} ${count}`)
  const all = [...notices.values()].reduce((sum, count) => sum + count, 0)
  return `${toCount(all, 'notice')} of taste: ${rules.join(', ')}. “--only RULE” lists them.`
}

await runIfStarted(import.meta.url, main)
