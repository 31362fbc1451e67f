import path from 'node:path'

/** The path of a content file as a terminal makes it clickable: from the folder in which the command runs. */
export const toShown = (contentDir: string, file: string) => path.relative(process.cwd(), path.join(contentDir, file))
