import path from 'node:path'
import { parseArgs } from 'node:util'
import { toQuestionPath } from '@/lib/core/routes'
import { defineCommand, runIfStarted, UsageError } from '@/scripts/run-script'
import { mostAtOnce, submitUrls } from './submit'
import { ToldQuestions, type Untold } from './told'

const usage = `npm run indexnow [-- --send] [--remember] [--state FILE] [--endpoint URL]

Prints which questions came, changed or went since search engines were told last, one address a line.
  --send          tell them, ${mostAtOnce.toLocaleString('en')} addresses at once (needs SITE_URL and INDEXNOW_KEY)
  --remember      tell nobody, but take the library as it is now for told
  --state FILE    what they were told (default: indexnow.db beside CONTENT_DB)
  --endpoint URL  whom to tell (default: https://api.indexnow.org/indexnow)
What was not taken is sent again next time. Exit status: 0; 2 where it could not be sent.`

export const main = defineCommand(usage, async (args, settings) => {
  const { values } = parseArgs({
    args,
    options: {
      send: { type: 'boolean', default: false },
      remember: { type: 'boolean', default: false },
      state: { type: 'string', default: path.join(path.dirname(settings.contentDb), 'indexnow.db') },
      endpoint: { type: 'string', default: 'https://api.indexnow.org/indexnow' },
    },
  })
  const { send, remember, endpoint } = values
  if (send && remember) throw new UsageError('--send and --remember cannot stand together.')
  if (!URL.canParse(endpoint)) throw new UsageError(`--endpoint ${endpoint} is no address.`)
  const { indexNowKey: key, siteUrl } = settings
  if (send && !key) throw new Error('Nothing was sent: set INDEXNOW_KEY to 8 to 128 letters and digits of your choice.')
  if (send && new URL(siteUrl).hostname === 'localhost')
    throw new Error('Nothing was sent: set SITE_URL to the address of the site.')

  const told = new ToldQuestions(path.resolve(values.state), settings.contentDb)
  const counts = { new: 0, changed: 0, removed: 0 }
  let batch: Untold[] = []
  const finish = async () => {
    if (batch.length === 0) return
    if (send && key) await submitUrls(endpoint, { key, siteUrl }, batch.map(toPath))
    if (send || remember) told.remember(batch)
    batch = []
  }
  try {
    for (const question of told.listUntold()) {
      counts[question.change] += 1
      console.log(`${question.change.padEnd(8)}${toPath(question)}`)
      batch.push(question)
      if (batch.length === mostAtOnce) await finish()
    }
    await finish()
  } finally {
    told.close()
  }
  const done = send ? 'sent' : remember ? 'taken for told' : 'not sent: add --send'
  const total = counts.new + counts.changed + counts.removed
  console.log(`${counts.new} new, ${counts.changed} changed, ${counts.removed} removed${total > 0 ? `; ${done}` : ''}.`)
  return 0
})

function toPath({ subject, slug }: Untold): string {
  return toQuestionPath(subject, slug)
}

await runIfStarted(import.meta.url, main)
