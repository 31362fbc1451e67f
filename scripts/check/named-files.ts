import { statSync } from 'node:fs'
import path from 'node:path'
import { readFolder } from '@/lib/compiler/source/walk'
import { goneFile } from '@/lib/core/gone-file'
import { UsageError } from '../run-script'

/** The content files that paths of files and folders name, by their paths below the content folder. */
export function listNamedFiles(contentDir: string, paths: readonly string[]): string[] {
  return paths.flatMap((named) => {
    const file = path.relative(contentDir, path.resolve(named)).split(path.sep).join('/')
    const stats = statSync(named, { throwIfNoEntry: false })
    if (!stats) throw new UsageError(`There is no ${named}.`)
    if (file === '') return [goneFile, ...['learn', 'subjects'].flatMap((dir) => listBelow(contentDir, dir))]
    if (!/^(?:(?:learn|subjects)(?:\/|$)|gone\.yml$)/.test(file)) {
      throw new UsageError(
        `${named} is not content: expected something in ${path.join(path.relative('', contentDir), 'learn')} or subjects.`,
      )
    }
    return stats.isDirectory() ? listBelow(contentDir, file) : [file]
  })
}

function listBelow(contentDir: string, dir: string): string[] {
  const { folder, subfolders } = readFolder(contentDir, dir)
  const files = [...folder.files, ...folder.refused].map(({ name }) => `${dir}/${name}`)
  return [...files, ...subfolders.flatMap((name) => listBelow(contentDir, `${dir}/${name}`))]
}
