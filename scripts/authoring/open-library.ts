import { readFileSync } from 'node:fs'
import { compile } from '@/lib/compiler/compile'
import { type GeneratedSchema, generateSchema } from '@/lib/compiler/schema/generate'
import { prepareAuthoring } from '@/lib/store/read/authoring'
import { openStoreToRead, type Store } from '@/lib/store/schema/open'
import { createProgress } from '../progress'

export type AuthoringOptions = { contentDir: string; contentDb: string }

type OpenLibrary = {
  schema: GeneratedSchema['schema']
  store: Store
  library: ReturnType<typeof prepareAuthoring>
  /** The files that could not be read. */
  unread: string[]
}

/** Brings the store up to date with the files, and returns the result of `use`; then closes the store. */
export async function withLibrary<Result>(
  { contentDir, contentDb: dbFile }: AuthoringOptions,
  use: (open: OpenLibrary) => Result,
): Promise<Result> {
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
  try {
    return use({ schema, store, library: prepareAuthoring(store), unread: [...new Set(failed)] })
  } finally {
    store.close()
  }
}

/** Warns of files that mention an address, but were not changed because they could not be read. */
export function warnOfUnread(unread: readonly string[], address: string) {
  for (const file of unread) {
    if (!readFileSync(file).includes(address)) continue
    console.error(`${file} mentions ${address}, but is not valid and was left as it is: see “npm run check”.`)
  }
}
