import { availableParallelism } from 'node:os'
import path from 'node:path'
import { isAccessError, isDamageError, isDiskError } from '@/lib/store/schema/damage'
import type { Trust } from '@/lib/store/write/publication'
import { StoreWriter } from '@/lib/store/write/writer'
import { type CompileReport, CompileRun } from './compile-run'
import { prepare } from './parse-file'
import { ContentScan } from './scan/content-scan'
import type { GeneratedSchema } from './schema/generate'
import { ContentReplaced, identifyContent, refuseEmptyFolder } from './source/content-folder'
import { finishWrites } from './source/write-files'

export type CompileOptions = {
  contentDir: string
  dbFile: string
  schema: GeneratedSchema
  /** Publish the valid files even if others are invalid; those keep their last valid version. */
  keepGoing?: boolean
  /** Scan only these files, by their paths below the content folder; all others are assumed to be unchanged. */
  only?: readonly string[]
  /** How far to trust an existing store: `given` if absent. */
  trust?: Trust
  onProgress?: (files: number) => void
}

/** A folder that is replaced more often than this during a compile is replaced by something that will not stop. */
const maxReplaced = 3

/**
 * Brings the content store up to date with the content folder. Parses only files whose content changed, reports
 * everything that is wrong in any file, and publishes everything at once, or nothing if a file is invalid. A store that
 * is damaged, or of another version, is rebuilt: everything in it comes from the files. Starts again if the content folder
 * is replaced meanwhile.
 */
export async function compile(options: CompileOptions): Promise<CompileReport> {
  for (let replaced = 0; ; replaced += 1) {
    try {
      return await compileFolder(options)
    } catch (error) {
      if (!(error instanceof ContentReplaced) || replaced === maxReplaced) throw error
    }
  }
}

async function compileFolder(options: CompileOptions): Promise<CompileReport> {
  const { contentDir, dbFile, trust } = options
  const content = identifyContent(contentDir)
  await finishWrites(contentDir)
  try {
    return await compileInto(options, content)
  } catch (error) {
    if (isDamageError(error) && trust !== 'nothing') {
      console.error(
        `The content store at ${dbFile} is damaged: ${(error as Error).message}. Rebuilding it from the files.`,
      )
      return compileFolder({ ...options, trust: 'nothing' })
    }
    throw toWriteError(error, dbFile)
  }
}

/** `content` is the identity of the content folder before its files were listed. */
async function compileInto(options: CompileOptions, content: string): Promise<CompileReport> {
  const { contentDir, dbFile, schema, only, trust } = options
  const writer = new StoreWriter(dbFile, schema.hash, trust)
  const run = new CompileRun(options, writer)
  const scan = new ContentScan({ contentDir, schema: schema.schema }, run, {
    module: new URL('./parse-file.ts', import.meta.url),
    prepare,
    // One core is left for the thread that writes the store.
    threads: Math.max(1, availableParallelism() - 1),
    youngMb: 16,
  })
  try {
    await (only && !writer.fresh ? scan.scanSome(only) : scan.scanAll())
    run.finish()
    // Otherwise files that were missing during the switch would count as removed.
    if (identifyContent(contentDir) !== content) throw new ContentReplaced(contentDir)
    if (run.report.removed > 0) refuseEmptyFolder(contentDir)
    const failed = run.report.findings.some((finding) => finding.severity === 'error')
    if (failed && !options.keepGoing) {
      writer.rollback()
      return { ...run.report, published: false }
    }
    writer.commit()
    return run.report
  } catch (error) {
    writer.rollback()
    throw error
  } finally {
    await scan.close()
  }
}

function toWriteError(error: unknown, dbFile: string): unknown {
  const { message } = error as Error
  if (isDiskError(error))
    return new Error(
      `The content store at ${dbFile} could not be written: ${message}. Free some disk space. The store is unchanged.`,
    )
  if (isAccessError(error))
    return new Error(
      `The content store at ${dbFile} cannot be written: ${message}. Give this user write permission for ${path.dirname(dbFile)}, or set CONTENT_DB to another path.`,
    )
  return error
}
