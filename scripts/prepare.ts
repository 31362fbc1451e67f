import { buildSite } from './build-site'
import { publishContent } from './publish-content'
import { defineCommand, runIfStarted } from './run-script'

const usage = `npm start

Brings the content store and the production build up to date, then serves the site at PORT (default: 3000).`

export const main = defineCommand(usage, async (_, settings) => {
  const { published } = await publishContent({ ...settings, keepGoing: false })
  if (!published) {
    console.error(
      'The site was not started: fix the files named above, or publish the others with “npm run content -- --keep-going”.',
    )
    return 1
  }
  return buildSite()
})

await runIfStarted(import.meta.url, main)
