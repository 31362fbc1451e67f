import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { SchemaDef, SourcePlugin } from 'contentlayer2/core'
import { generatedDir, schemaFile } from '@/lib/core/schema-file'

/** The schema definition of contentlayer.config.ts, with the hash of that file. */
export type GeneratedSchema = { hash: string; schema: SchemaDef }

/**
 * Brings `.contentlayer/generated` up to date: the TypeScript types of the documents, and their schema
 * definition as JSON. Loading Contentlayer takes half a second, so it happens only when the definition changed.
 */
export async function generateSchema(): Promise<GeneratedSchema> {
  const hash = createHash('sha256')
    .update(await readFile('contentlayer.config.ts'))
    .digest('hex')
  const present = await readFile(schemaFile, 'utf8').then(JSON.parse, () => undefined)
  if (present?.hash === hash) return present

  const [{ renderTypes, runMain }, config] = await Promise.all([
    import('contentlayer2/core'),
    import('@/contentlayer.config'),
  ])
  const source: SourcePlugin = await config.default(undefined)
  const schema: SchemaDef = await runMain<SchemaDef>({ tracingServiceName: 'schema', verbose: false })(
    source.provideSchema(hash),
  )
  const types = renderTypes({
    schemaDef: schema,
    generationOptions: { sourcePluginType: source.type, options: source.options },
  })
  const generated = { hash, schema }
  await mkdir(generatedDir, { recursive: true })
  await replaceFile(path.join(generatedDir, 'index.d.ts'), types)
  await replaceFile(schemaFile, `${JSON.stringify(generated, null, 2)}\n`)
  return generated
}

async function replaceFile(file: string, text: string) {
  const temporary = `${file}.${process.pid}`
  await writeFile(temporary, text)
  await rename(temporary, file)
}
