import path from 'node:path'

/** The path of a content file relative to the working directory, so that terminals make it clickable. */
export const toShown = (contentDir: string, file: string) => path.relative(process.cwd(), path.join(contentDir, file))

/** A path for a command that people copy: in quotes if a shell would split it or interpret a character. */
export const toArgument = (file: string) => (/^[\w./\\:-]+$/.test(file) ? file : `"${file}"`)
