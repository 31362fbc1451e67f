import path from 'node:path'
import { parseArgs } from 'node:util'
import { compile } from '@/lib/compiler/compile'
import { generateSchema } from '@/lib/compiler/schema/generate'
import { toFindingLine } from '@/lib/core/finding'
import { getPeakRssMb } from './peak-memory'
import { createProgress } from './progress'
import { getDatabaseUrl, publishStore } from './publish'
import { defineCommand, runIfStarted, UsageError } from './run-script'

const usage = `npm run content [-- --content DIR] [--db FILE] [--keep-going] [--rebuild] [--verify] [--publish] [--json]

Brings the content store up to date with the content folder and prints what it did.
  --content DIR   the folder with learn/ and subjects/ (default: CONTENT_DIR)
  --db FILE       the store (default: CONTENT_DB)
  --keep-going    publish the valid files; the others keep their last good version
  --rebuild       rebuild the store from the files, whatever is in it
  --verify        also render every answer and list what readers would see as raw source
  --publish       then copy what changed to PostgreSQL at DATABASE_URL, as “npm run publish” does
  --json          end with one JSON object: files, parsed, unchanged, removed, warnings, errors, ms, peakRssMb
Exit status: 0; 1 if a file is invalid; 2 for wrong use.`

export const main = defineCommand(usage, async (args, settings) => {
  const started = performance.now()
  const { values } = parseArgs({
    args,
    options: {
      content: { type: 'string', default: settings.contentDir },
      db: { type: 'string', default: settings.contentDb },
      'keep-going': { type: 'boolean', default: false },
      rebuild: { type: 'boolean', default: false },
      verify: { type: 'boolean', default: false },
      publish: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  if (values.content === '' || values.db === '') throw new UsageError('--content and --db each take a path.')
  const url = values.publish ? getDatabaseUrl(settings) : undefined
  const contentDir = path.resolve(values.content)
  const dbFile = path.resolve(values.db)
  const schema = await generateSchema()

  const progress = createProgress('files')
  const report = await compile({
    contentDir,
    dbFile,
    schema,
    keepGoing: values['keep-going'],
    ...(values.rebuild && { trust: 'nothing' as const }),
    onProgress: progress.show,
  })
  progress.clear()
  const findings = [...report.findings]
  if (values.verify) {
    // The renderer takes as long to load as everything else.
    const { verifyAnswers } = await import('@/lib/check/verify')
    findings.push(...verifyAnswers({ contentDir, onProgress: progress.show }))
    progress.clear()
  }

  for (const finding of findings) console.error(toFindingLine(finding))
  const { files, parsed, unchanged, removed } = report
  const errors = findings.filter((finding) => finding.severity === 'error').length
  const summary = {
    files,
    parsed,
    unchanged,
    removed,
    warnings: findings.length - errors,
    errors,
    ms: Math.round(performance.now() - started),
    peakRssMb: getPeakRssMb(),
  }
  const kept = report.published ? '' : ' The store was left as it was.'
  const line = `${files} files: ${parsed} parsed, ${unchanged} unchanged, ${removed} removed; ${summary.warnings} warnings, ${errors} errors; ${summary.ms} ms, ${summary.peakRssMb} MB.${kept}`
  console.log(values.json ? JSON.stringify(summary) : line)
  if (url && report.published) console.error(await publishStore(url, dbFile))
  return errors > 0 ? 1 : 0
})

await runIfStarted(import.meta.url, main)
