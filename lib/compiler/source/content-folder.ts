import { statSync } from 'node:fs'
import path from 'node:path'

/** The content folder was replaced after its files had been listed. */
export class ContentReplaced extends Error {}

/**
 * The identity of the content folder, which changes when the folder is replaced. Throws a message for the operator if there
 * is none: an unmounted disk or a mistyped path must not pass for a library without questions, which would empty the store.
 */
export function identifyContent(contentDir: string): string {
  const folder = statSync(contentDir, { throwIfNoEntry: false })
  if (!folder?.isDirectory())
    throw new Error(`There is no content folder at ${contentDir}. Set CONTENT_DIR or --content.`)
  const learn = statSync(path.join(contentDir, 'learn'), { throwIfNoEntry: false })
  if (!learn?.isDirectory())
    throw new Error(
      `${contentDir} is not a content folder: there is no folder “learn” in it. Set CONTENT_DIR or --content.`,
    )
  return [folder, learn].map(({ dev, ino }) => `${dev} ${ino}`).join()
}
