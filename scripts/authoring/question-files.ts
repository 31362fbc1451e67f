import path from 'node:path'
import { lookAt, walkContent } from '@/lib/compiler/source/walk'
import { listNamedFiles } from '../check/named-files'

/** The question files that paths of files and folders name, or all of them, by their paths below the content folder. */
export function* listQuestionFiles(contentDir: string, paths: readonly string[]): Generator<string> {
  if (paths.length > 0) {
    for (const file of new Set(listNamedFiles(contentDir, paths))) {
      const { dir, base } = path.posix.parse(file)
      if (file.startsWith('learn/') && lookAt(contentDir, dir, base).files.length > 0) yield file
    }
    return
  }
  for (const { dir, files } of walkContent(contentDir)) {
    if (dir.startsWith('learn')) for (const { name } of files) yield `${dir}/${name}`
  }
}
