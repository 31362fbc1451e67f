import { compile } from '@/lib/content/compile'
import { generateSchema } from '@/lib/content/schema/generate'
import { prepareAuthoring } from '@/lib/content/store/authoring'
import { openStoreToRead } from '@/lib/content/store/open'
import { createProgress } from '../progress'

export type AuthoringOptions = { contentDir: string; contentDb: string }

/** The library as its files are now: brings the store up to date, and tells which files could not be read. */
export async function openLibrary({ contentDir, contentDb: dbFile }: AuthoringOptions) {
  const progress = createProgress('files')
  const { schema, hash } = await generateSchema()
  const report = await compile({
    contentDir,
    dbFile,
    schema: { schema, hash },
    keepGoing: true,
    onProgress: progress.show,
  })
  progress.clear()
  const store = openStoreToRead(dbFile)
  const failed = report.findings.filter(({ level }) => level === 'error').map((finding) => finding.path)
  return { schema, library: prepareAuthoring(store), unread: [...new Set(failed)], close: () => store.close() }
}
