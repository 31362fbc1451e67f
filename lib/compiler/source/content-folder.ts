import { statSync } from 'node:fs'
import path from 'node:path'

/** The content folder is another one than when its files were listed. */
export class ContentReplaced extends Error {}

/**
 * Which folder the content is in: another one once that was put in its place. Throws a message for the operator where
 * there is none. What is not mounted, or mistyped, is no library without questions: taken for one it would empty the store.
 */
export function identifyContent(contentDir: string): string {
  const folder = statSync(contentDir, { throwIfNoEntry: false })
  if (!folder?.isDirectory())
    throw new Error(`There is no content folder at ${contentDir}. Set CONTENT_DIR or --content.`)
  const learn = statSync(path.join(contentDir, 'learn'), { throwIfNoEntry: false })
  if (!learn?.isDirectory())
    throw new Error(
      `What is at ${contentDir} has no folder “learn”: it is no content folder. Set CONTENT_DIR or --content.`,
    )
  return [folder, learn].map(({ dev, ino }) => `${dev} ${ino}`).join()
}
