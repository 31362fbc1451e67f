import { readFileSync } from 'node:fs'
import { compile } from '@/lib/compiler/compile'
import { generateSchema } from '@/lib/compiler/schema/generate'
import { prepareAuthoring } from '@/lib/store/read/authoring'
import { openStoreToRead } from '@/lib/store/schema/open'
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
  const failed = report.findings.filter(({ severity }) => severity === 'error').map((finding) => finding.path)
  return { schema, library: prepareAuthoring(store), unread: [...new Set(failed)], close: () => store.close() }
}

/** Names the files that could not be read, and so not changed, though they mention an address. */
export function warnOfUnread(unread: readonly string[], address: string) {
  for (const file of unread) {
    if (!readFileSync(file).includes(address)) continue
    console.error(`${file} mentions ${address}, but is not valid and was left as it is: see “npm run check”.`)
  }
}
