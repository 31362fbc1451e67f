import { compile } from '@/lib/compiler/compile'
import type { CompileReport } from '@/lib/compiler/compile-run'
import { generateSchema } from '@/lib/compiler/schema/generate'
import { toFindingLine } from '@/lib/core/finding'
import type { Trust } from '@/lib/store/write/publication'
import { createProgress } from './progress'

type PublishOptions = { contentDir: string; contentDb: string; keepGoing: boolean; only?: string[]; trust?: Trust }

/** Compiles the content, or `only` some of its files, and prints what happened. */
export async function publishContent(options: PublishOptions): Promise<CompileReport> {
  const started = performance.now()
  const progress = createProgress('files')
  const { contentDb: dbFile, ...rest } = options
  const schema = await generateSchema()
  const report = await compile({ ...rest, dbFile, schema, onProgress: progress.show })
  progress.clear()
  for (const finding of report.findings) console.error(toFindingLine(finding))
  const { files, parsed, removed } = report
  const time = Math.round(performance.now() - started)
  console.log(`Content: ${files} files, ${parsed} parsed, ${removed} removed in ${time} ms.`)
  return report
}
