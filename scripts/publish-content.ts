import { compile } from '@/lib/content/compile'
import { toFindingLine } from '@/lib/content/finding'
import { generateSchema } from '@/lib/content/schema/generate'
import { createProgress } from './progress'

/** Compiles the content and says on the terminal what happened; false where errors kept it from being published. */
export async function publishContent(options: { contentDir: string; contentDb: string; keepGoing: boolean }) {
  const started = performance.now()
  const progress = createProgress('files')
  const { contentDir, contentDb: dbFile, keepGoing } = options
  const schema = await generateSchema()
  const report = await compile({ contentDir, dbFile, schema, keepGoing, onProgress: progress.show })
  progress.clear()
  for (const finding of report.findings) console.error(toFindingLine(finding))
  const { files, parsed, removed } = report
  const time = Math.round(performance.now() - started)
  console.log(`Content: ${files} files, ${parsed} parsed, ${removed} removed in ${time} ms.`)
  return report.published
}
