import path from 'node:path'

/** The path of a content file as a terminal makes it clickable: from the folder in which the command runs. */
export const toShown = (contentDir: string, file: string) => path.relative(process.cwd(), path.join(contentDir, file))

/** A path as part of a command that somebody copies: quoted where a shell would read more than one word, or a sign. */
export const toArgument = (file: string) => (/^[\w./\\:-]+$/.test(file) ? file : `"${file}"`)
