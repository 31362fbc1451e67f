import { type FileChange, toFileWrites } from '@/lib/authoring/file-change'
import type { LeftFile } from '@/lib/authoring/plan-edit'
import { toShown } from '@/lib/authoring/shown-path'
import { type FileWrite, writeFiles } from '@/lib/compiler/source/write-files'
import { toCount } from '@/lib/core/counted-noun'
import { publishContent } from '../publish-content'

type Writing = { contentDir: string; contentDb: string; dryRun: boolean }
type Change = FileChange | LeftFile | undefined

/** Makes all changes or none, prints them, and updates the store. Returns exit status 1 if a file was left as it is. */
export async function writeChanges(
  { contentDir, contentDb, dryRun }: Writing,
  changes: Iterable<Change> | AsyncIterable<Change>,
): Promise<number> {
  const only: string[] = []
  const left: LeftFile[] = []
  async function* listWrites(): AsyncGenerator<FileWrite> {
    for await (const change of changes) {
      if (!change) continue
      if ('why' in change) left.push(change)
      else {
        only.push(change.path)
        for (const { line, column } of change.places)
          console.log(`${toShown(contentDir, change.path)}:${line}:${column}`)
        yield* toFileWrites(change)
      }
    }
  }
  if (dryRun) for await (const _ of listWrites());
  else await writeFiles(contentDir, listWrites())
  for (const { path: file, why } of left) console.error(`${toShown(contentDir, file)} was left as it is. ${why}`)
  console.log(
    `${toCount(only.length, 'file')} changed, ${toCount(left.length, 'file')} left as ${left.length === 1 ? 'it is' : 'they are'}.`,
  )
  if (dryRun) console.log('Nothing was changed: --dry-run.')
  else if (only.length > 0) await publishContent({ contentDir, contentDb, keepGoing: true, only })
  return left.length > 0 ? 1 : 0
}

/** Makes all changes or none, and updates the store; with `dryRun`, only says that nothing was changed. */
export async function writeAll({ contentDir, contentDb, dryRun }: Writing, writes: readonly FileWrite[]) {
  if (dryRun) {
    console.log('Nothing was changed: --dry-run.')
    return
  }
  await writeFiles(contentDir, writes)
  await publishContent({ contentDir, contentDb, keepGoing: true, only: writes.map((write) => write.path) })
}
