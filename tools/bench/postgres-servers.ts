import path from 'node:path'
import { toQuestionPath } from '@/lib/core/routes'
import { publish } from '@/lib/postgres/publish'
import { openStoreToRead } from '@/lib/store/schema/open'
import { serveCommand } from '@/scripts/serve-command'
import { compileApart, type Server, startServer } from '@/tools/served-site/processes'
import type { Report } from './figures'
import { editFile } from './libraries'
import { median, timeUntilShown, visitAll } from './load'
import { listQuestionKeys } from './question-keys'

const firstPort = 3922
const servers = 3
const maxVisits = 900
const atOnce = 8
const turns = 6

/** First visits a second of servers on PostgreSQL, and how soon they show an edit; one on SQLite for comparison. */
export async function measureSeveralServers(
  url: string,
  contentDir: string,
  dbFile: string,
  rounds: number,
  report: Report,
) {
  const store = openStoreToRead(dbFile)
  const paths = listQuestionKeys(store).map(({ subject, slug }) => toQuestionPath(subject, slug))
  store.close()
  const warm = paths.splice(0, 200)
  // Different ones each time, so that every visit is a first one.
  const visits = Math.min(maxVisits, Math.floor(paths.length / 3))
  const several = paths.splice(0, visits)
  const files = { CONTENT_DIR: path.resolve(contentDir), CONTENT_DB: path.resolve(dbFile) }
  const start = async (index: number, environment: Record<string, string>) => {
    const started = await startServer(serveCommand, firstPort + index, '/', { ...files, ...environment })
    await visitAll(started.server.url, warm, atOnce)
    return started.server
  }

  const near = await start(servers, {})
  const far = await start(0, { DATABASE_URL: url })
  const [rateNear, rateFar] = await visitInTurns([near, far], paths.slice(0, 2 * visits))
  report('first visits a second, 1 server on SQLite', rateNear, '/s')
  report(
    'first visits a second, 1 on PostgreSQL',
    rateFar,
    '/s',
    'in turns; one machine, which serves the database too',
  )
  const visible: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const edit = editFile(contentDir, `near ${round}`)
    compileApart(contentDir, dbFile)
    visible.push(await timeUntilShown([near.url], edit))
  }
  report('from the end of a compile to visible, SQLite', median(visible), 'ms')
  await near.stop()

  await publish({ url, dbFile })
  const all = [far]
  while (all.length < servers) all.push(await start(all.length, { DATABASE_URL: url }))
  report(`first visits a second, ${servers} on PostgreSQL`, await visitEvenly(all, several), '/s', 'the same machine')
  const everywhere: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const edit = editFile(contentDir, `everywhere ${round}`)
    await visitAll(all[0]?.url ?? '', [edit.address], 1)
    compileApart(contentDir, dbFile)
    await publish({ url, dbFile })
    everywhere.push(
      await timeUntilShown(
        all.map(({ url }) => url),
        edit,
      ),
    )
  }
  report(`from the end of a publication to visible on ${servers} servers`, median(everywhere), 'ms')
  for (const server of all) await server.stop()
}

/** Visits the servers in turns, so that other work on the machine slows down all alike; returns visits a second. */
async function visitInTurns(each: readonly [Server, Server], addresses: string[]): Promise<[number, number]> {
  const seconds: [number, number] = [0, 0]
  const inTurn = Math.floor(addresses.length / turns / each.length)
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [index, { url }] of each.entries()) {
      seconds[index as 0 | 1] += inTurn / (await visitAll(url, addresses.splice(0, inTurn), atOnce))
    }
  }
  return [(turns * inTurn) / seconds[0], (turns * inTurn) / seconds[1]]
}

/** Spreads visits evenly over the servers; returns visits a second. */
async function visitEvenly(all: readonly Server[], addresses: readonly string[]): Promise<number> {
  const rates = all.map(({ url }, index) =>
    visitAll(
      url,
      addresses.filter((_, place) => place % all.length === index),
      Math.ceil(atOnce / all.length),
    ),
  )
  return (await Promise.all(rates)).reduce((sum, rate) => sum + rate, 0)
}
