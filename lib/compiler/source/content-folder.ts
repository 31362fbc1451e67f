import { readdirSync, type Stats, statSync } from 'node:fs'
import path from 'node:path'

/** The content folder was replaced after its files had been listed. */
export class ContentReplaced extends Error {
  constructor(contentDir: string) {
    super(
      `The content folder ${contentDir} was replaced again and again while it was compiled. The store is unchanged.`,
    )
  }
}

/**
 * The identity of the content folder, which changes when the folder is replaced. Throws a message for the operator if there
 * is none: a mistyped path must not pass for a library without questions. A new library may be an empty folder.
 */
export function identifyContent(contentDir: string): string {
  const folder = getFolder(contentDir)
  if (!folder) throw new Error(`There is no content folder at ${contentDir}. Set CONTENT_DIR or --content.`)
  const learn = getFolder(path.join(contentDir, 'learn'))
  if (!learn && readdirSync(contentDir).length > 0)
    throw new Error(
      `${contentDir} is not a content folder: there is no folder “learn” in it. Set CONTENT_DIR or --content.`,
    )
  return [folder, learn].map((stats) => stats && `${stats.dev} ${stats.ino}`).join()
}

/** Throws a message for the operator if the content folder is empty: its disk may not be mounted. */
export function refuseEmptyFolder(contentDir: string) {
  if (!getFolder(path.join(contentDir, 'learn')))
    throw new Error(
      `The content folder ${contentDir} is empty, so the store is unchanged. Is its disk mounted? To remove all questions, create an empty folder “learn” in it.`,
    )
}

function getFolder(file: string): Stats | undefined {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats?.isDirectory() ? stats : undefined
}
