import { readFileSync } from 'node:fs'

const { config } = JSON.parse(readFileSync('package.json', 'utf8')) as { config: { serve: string } }

/** The arguments with which `npm start` runs Node to serve the site: memory limits, and the server. */
export const serveCommand = config.serve.split(' ')
