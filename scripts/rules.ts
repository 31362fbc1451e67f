import { writeFileSync } from 'node:fs'
import { toRulesDocument } from '@/lib/check/rules-document'
import { defineCommand, runIfStarted } from './run-script'

const usage = `npm run rules

Generates docs/rules.md from the rules of the check.`

export const main = defineCommand(usage, async () => {
  writeFileSync('docs/rules.md', toRulesDocument())
  console.log('docs/rules.md')
  return 0
})

await runIfStarted(import.meta.url, main)
