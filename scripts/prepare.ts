import { settings } from '@/lib/core/settings'
import { buildSite } from './build-site'
import { publishContent } from './publish-content'
import { runScript } from './run-script'

const usage = `npm start

Brings the content store and the production build up to date, then serves the site at PORT (default: 3000).`

await runScript(usage, async () => {
  const { published } = await publishContent({ ...settings, keepGoing: false })
  if (!published) {
    console.error(
      'The site was not started: fix the files named above, or publish the others with “npm run content -- --keep-going”.',
    )
    return 1
  }
  return buildSite()
})
