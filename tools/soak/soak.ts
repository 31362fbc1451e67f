import { parseArgs } from 'node:util'
import { defineCommand, runIfStarted, UsageError } from '@/scripts/run-script'
import { type SoakReport, soak } from './soak-site'

const usage = `npm run soak [-- --seconds N] [--count N] [--json]

Serves a generated library on PORT as npm start does, with visitors, and meanwhile makes the trouble that servers have:
edits, a killed compile, a full disk, a corrupt or older store, a killed server. Prints the requests, their responses and
the memory used. Needs Linux, for processes and memory in /proc.
  --seconds N   how long (default: 480); each kind of trouble occurs at least once
  --count N     files of the library (default: 3000)
  --json        end with one JSON object
Exit status: 0; 1 if something was not as promised; 2 for wrong usage.`

export const main = defineCommand(usage, async (args, { port }) => {
  const { values } = parseArgs({
    args,
    options: {
      seconds: { type: 'string', default: '480' },
      count: { type: 'string', default: '3000' },
      json: { type: 'boolean', default: false },
    },
  })
  const seconds = Number(values.seconds)
  const count = Number(values.count)
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 3_600)
    throw new UsageError('--seconds must be a number from 1 to 3600.')
  if (!Number.isInteger(count) || count < 100 || count > 100_000)
    throw new UsageError('--count must be a number from 100 to 100,000.')
  const onTrouble = (name: string) => values.json || console.log(`${new Date().toISOString().slice(11, 19)} ${name}`)
  const report = await soak({ port, seconds, count, onTrouble })
  if (values.json) console.log(JSON.stringify(report))
  else print(report)
  return report.wrongs > 0 ? 1 : 0
})

function print({ requests, failedInOutages, statuses, seconds, outages, memory, wrongs, wrong }: SoakReport) {
  for (const [kind, counts] of Object.entries(statuses)) {
    const shown = Object.entries(counts).map(([status, count]) => `${count} × ${status}`)
    console.log(`${kind.padEnd(12)} ${shown.join(', ')}`)
  }
  console.log(`${requests} answers in ${seconds} s; ${failedInOutages} connections failed while the server was down.`)
  console.log(`Down after it was killed: ${outages.map((away) => `${away} s`).join(', ')}`)
  const { peak, end } = memory
  console.log(
    `Memory of all processes: ${peak.sharedOnce} MB at most, ${end.sharedOnce} MB at the end; ${peak.resident} and ${end.resident} if shared memory counts for each.`,
  )
  for (const sentence of wrong) console.log(`Not as promised: ${sentence}`)
  console.log(wrongs > 0 ? `${wrongs} times not as promised.` : 'All as promised.')
}

await runIfStarted(import.meta.url, main)
