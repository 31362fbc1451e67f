import { parseArgs } from 'node:util'
import { generateSchema } from '@/lib/compiler/schema/generate'
import { isOnReadOnlyMount } from '@/lib/store/schema/open'
import { buildSite } from './build-site'
import { outliveClosedOutput } from './closed-output.mjs'
import { publishContent } from './publish-content'
import { defineCommand, runIfStarted } from './run-script'

const usage = `npm start [-- --rebuild | --check-store]

Brings the content store and the production build up to date, then serves the site on PORT (default: 3000), and restarts
it if it crashes.
  --rebuild       rebuild the store from the files, whatever is in it
  --check-store   first check each page of the store, and rebuild the store if it is damaged`

export const main = defineCommand(usage, async (args, settings) => {
  outliveClosedOutput()
  const { values } = parseArgs({
    args,
    options: {
      rebuild: { type: 'boolean', default: false },
      'check-store': { type: 'boolean', default: false },
    },
  })
  if (settings.databaseUrl !== undefined) {
    await generateSchema()
    return buildSite()
  }
  if (isOnReadOnlyMount(settings.contentDb)) {
    console.log(`The content store at ${settings.contentDb} is on a read-only file system: it is served as it is.`)
    return buildSite()
  }
  const trust = values.rebuild ? 'nothing' : values['check-store'] ? 'checked' : 'given'
  const { published } = await publishContent({ ...settings, keepGoing: false, trust })
  if (!published) {
    console.error(
      'The site was not started: fix the files named above, or publish the others with “npm run content -- --keep-going”.',
    )
    return 1
  }
  return buildSite()
})

await runIfStarted(import.meta.url, main)
