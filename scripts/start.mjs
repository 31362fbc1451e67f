import { readFileSync } from 'node:fs'
import { supervise } from './supervise.mjs'

// `npm start`. Plain JavaScript, because this process lives as long as the site, and a loader for TypeScript takes as
// much memory again.
const { config } = JSON.parse(readFileSync('package.json', 'utf8'))
const given = process.argv.slice(2)
const asksHelp = given.includes('--help') || given.includes('-h')

const status = await supervise({
  prepare: ['--import', 'tsx', 'scripts/prepare.ts', ...given],
  ...(!asksHelp && { serve: config.serve.split(' ') }),
  // It is validated when the site is prepared (lib/core/settings.ts).
  count: Number(process.env.WEB_CONCURRENCY || 1),
  firstDelay: 1_000,
  longestDelay: 30_000,
  steadyAfter: 60_000,
})
process.exit(status)
