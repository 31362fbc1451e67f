import { readFileSync } from 'node:fs'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }

/** The arguments with which `npm start` has Node serve the site: bounds of its memory, and the server. */
export const serveCommand = (scripts.start.split('scripts/start.mjs ')[1] as string).split(' ')
