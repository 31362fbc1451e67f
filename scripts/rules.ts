import { writeFileSync } from 'node:fs'
import { toRulesDocument } from '@/lib/check/rules-document'
import { runScript } from './run-script'

const usage = `npm run rules

Writes docs/rules.md from the rules themselves.`

await runScript(usage, async () => {
  writeFileSync('docs/rules.md', toRulesDocument())
  console.log('docs/rules.md')
  return 0
})
