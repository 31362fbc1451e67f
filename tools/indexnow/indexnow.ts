import path from 'node:path'
import { parseArgs } from 'node:util'
import { toQuestionPath } from '@/lib/core/routes'
import { defineCommand, runIfStarted, UsageError } from '@/scripts/run-script'
import { IndexNowState, type UnsentQuestion } from './state'
import { maxAtOnce, submitUrls } from './submit'

const usage = `npm run indexnow [-- --send] [--remember] [--state FILE] [--endpoint URL]

Prints the questions that were added, changed or removed since search engines were last notified, one address per line.
  --send          notify them, ${maxAtOnce.toLocaleString('en')} addresses per request (needs SITE_URL and INDEXNOW_KEY)
  --remember      send nothing, but mark everything as sent
  --state FILE    the record of what was sent (default: indexnow.db beside CONTENT_DB)
  --endpoint URL  where to send (default: https://api.indexnow.org/indexnow)
What was not accepted is sent again next time. Exit status: 0; 2 if sending failed.`

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
  if (send && remember) throw new UsageError('--send and --remember cannot be used together.')
  if (!URL.canParse(endpoint)) throw new UsageError(`--endpoint ${endpoint} is not an address.`)
  const { indexNowKey: key, siteUrl } = settings
  if (send && !key) throw new Error('Nothing was sent: set INDEXNOW_KEY to 8 to 128 letters and digits of your choice.')
  if (send && new URL(siteUrl).hostname === 'localhost')
    throw new Error('Nothing was sent: set SITE_URL to the address of the site.')

  const state = new IndexNowState(path.resolve(values.state), settings.contentDb)
  const counts = { new: 0, changed: 0, removed: 0 }
  let batch: UnsentQuestion[] = []
  const finish = async () => {
    if (batch.length === 0) return
    if (send && key) await submitUrls(endpoint, { key, siteUrl }, batch.map(toPath))
    if (send || remember) state.markSent(batch)
    batch = []
  }
  try {
    for (const question of state.listUnsent()) {
      counts[question.change] += 1
      console.log(`${question.change.padEnd(8)}${toPath(question)}`)
      batch.push(question)
      if (batch.length === maxAtOnce) await finish()
    }
    await finish()
  } finally {
    state.close()
  }
  const done = send ? 'sent' : remember ? 'marked as sent' : 'not sent: add --send'
  const total = counts.new + counts.changed + counts.removed
  console.log(`${counts.new} new, ${counts.changed} changed, ${counts.removed} removed${total > 0 ? `; ${done}` : ''}.`)
  return 0
})

function toPath({ subject, slug }: UnsentQuestion): string {
  return toQuestionPath(subject, slug)
}

await runIfStarted(import.meta.url, main)
