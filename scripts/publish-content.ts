import { type CompileReport, compile } from '@/lib/content/compile'
import { toFindingLine } from '@/lib/content/finding'
import { generateSchema } from '@/lib/content/schema/generate'
import { createProgress } from './progress'

type PublishOptions = { contentDir: string; contentDb: string; keepGoing: boolean; only?: string[] }

/** Compiles the content, or `only` some files of it, and says on the terminal what happened. */
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
