import path from 'node:path'
import { parseArgs } from 'node:util'
import { generateSchema } from '@/lib/compiler/schema/generate'
import type { Settings } from '@/lib/core/settings'
import { dropOldSchemas, publish } from '@/lib/postgres/publish'
import { getMeta, openStoreToRead } from '@/lib/store/schema/open'
import { startRowLog } from '@/lib/store/write/row-log'
import { defineCommand, runIfStarted, UsageError } from './run-script'

const usage = `npm run publish [-- --db FILE] [--republish] [--drop-old]

Copies what compiles changed from the content store to PostgreSQL at DATABASE_URL, in one transaction.
  --db FILE       the store (default: CONTENT_DB)
  --republish     load everything next to the present library, then replace it
  --drop-old      drop the schemas of other versions of the site, and replaced ones; no server may need them any more
Exit status: 0; 2 if nothing was published.`

export const main = defineCommand(usage, async (args, settings) => {
  const { values } = parseArgs({
    args,
    options: {
      db: { type: 'string', default: settings.contentDb },
      republish: { type: 'boolean', default: false },
      'drop-old': { type: 'boolean', default: false },
    },
  })
  if (values.db === '') throw new UsageError('--db takes a path.')
  const url = getDatabaseUrl(settings)
  console.log(await publishStore(url, path.resolve(values.db), values.republish))
  if (values['drop-old']) {
    const dropped = await dropOldSchemas(url, (await generateSchema()).hash)
    console.log(`Dropped: ${dropped.join(', ') || 'nothing'}.`)
  }
  return 0
})

/** Where the library is published to. */
export function getDatabaseUrl({ databaseUrl }: Settings): string {
  if (databaseUrl !== undefined) return databaseUrl
  throw new UsageError('DATABASE_URL is not set: it names the PostgreSQL database to publish to.')
}

/** Publishes a store, and makes compiles log what they change in it from now on. Returns a sentence for the operator. */
export async function publishStore(url: string, dbFile: string, whole = false): Promise<string> {
  const started = performance.now()
  await refuseOldStore(dbFile)
  startRowLog(dbFile)
  const published = await publish({ url, dbFile, whole })
  const time = `in ${Math.round(performance.now() - started)} ms`
  if (published.kind === 'nothing') return `PostgreSQL is up to date: checked ${time}.`
  return published.kind === 'changes'
    ? `PostgreSQL: ${published.rows} rows copied ${time}.`
    : `PostgreSQL: everything loaded ${time}.`
}

/** Servers read a library compiled with their own schema definition; nobody would read one of an older definition. */
async function refuseOldStore(dbFile: string) {
  const { hash } = await generateSchema()
  const store = openStoreToRead(dbFile)
  const isOld = getMeta(store, 'schemaHash') !== hash
  store.close()
  if (isOld) {
    throw new Error(
      `The content store at ${dbFile} was made before contentlayer.config.ts was changed. Run “npm run content” first.`,
    )
  }
}

await runIfStarted(import.meta.url, main)
