import { supervise } from './supervise.mjs'

// `npm start`: the server's command as package.json gives it, then what somebody added after `npm start --`. Plain
// JavaScript, because this process lives as long as the site, and a loader for TypeScript takes as much memory again.
const given = process.argv.slice(2)
const commandEnd = given.findIndex((argument) => argument.endsWith('.mjs')) + 1
const added = given.slice(commandEnd)
const asksHelp = added.includes('--help') || added.includes('-h')

const status = await supervise({
  prepare: ['--import', 'tsx', 'scripts/prepare.ts', ...added],
  ...(!asksHelp && { serve: given.slice(0, commandEnd) }),
  firstDelay: 1_000,
  longestDelay: 30_000,
  steadyAfter: 60_000,
})
process.exit(status)
