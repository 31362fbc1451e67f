import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { listSubjectSlugs } from '@/lib/authoring/subjects'
import { defineCommand, runIfStarted, UsageError } from '@/scripts/run-script'
import { codeOwnersFile, isOrganization, toCodeOwners } from './code-owners'

const usage = `npm run codeowners [-- ORGANIZATION]

Writes ${codeOwnersFile}: for each subject, a team of that name in the organization is asked to review. Without an
organization the lines are comments.`

export const main = defineCommand(usage, async (args, settings) => {
  const { positionals } = parseArgs({ args, allowPositionals: true })
  const [organization, ...rest] = positionals
  if (rest.length > 0) throw new UsageError('Name at most one organization.')
  if (organization !== undefined && !isOrganization(organization))
    throw new UsageError(`${JSON.stringify(organization)} is not a valid organization name.`)
  const subjects = listSubjectSlugs(settings.contentDir)
  writeFileSync(codeOwnersFile, toCodeOwners(subjects, organization))
  console.log(`${codeOwnersFile}: ${subjects.length} subjects.`)
  return 0
})

await runIfStarted(import.meta.url, main)
