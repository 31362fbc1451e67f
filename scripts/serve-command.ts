import { readFileSync } from 'node:fs'

const { config } = JSON.parse(readFileSync('package.json', 'utf8')) as { config: { serve: string } }

/** The arguments with which `npm start` has Node serve the site: bounds of its memory, and the server. */
export const serveCommand = config.serve.split(' ')
