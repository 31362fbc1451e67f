import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildSite } from '@/scripts/build-site'
import { defineCommand, runIfStarted, UsageError } from '@/scripts/run-script'
import { compileApart } from '@/tools/served-site/processes'
import { measureBuild } from './build'
import { measureCompile } from './compile'
import { createReport, type Figure } from './figures'
import { ownSet } from './judged/judged-set'
import { measureJudged } from './judged/measure'
import { benchDir, makeCorpus } from './libraries'
import { measurePostgres } from './postgres'
import { measureSearch } from './search'
import { measureServedSearch } from './search-served'
import { measureServer } from './server'
import { measureTyping } from './typing'

const usage = `npm run bench [-- --count N] [--rounds R] [--reuse] [--visits N] [--json FILE]
       npm run bench -- --judged FILE [--content DIR] [--json FILE]

Generates a library of N files (default: 36000), measures compile, build, search and server on it, prints a table and
writes it as JSON (default: .content/bench/N.json). --reuse measures only search and server, on the store of an earlier
run; --visits is how many pages it visits before it reads the server's memory. --postgres starts a PostgreSQL and measures
that instead, beside SQLite. If Hugo is installed, it builds the same files in the same run, up to 100,000.

Search quality on judged queries is measured with ${ownSet} on the project's own content.
--judged measures only that, with your own queries, on the library of --content (default: CONTENT_DIR). Each line has a
kind, a query and all right answers (comma-separated, as subject/slug), separated by tabs.`

export const main = defineCommand(usage, async (args, settings) => {
  const options = {
    count: { type: 'string', default: '36000' },
    rounds: { type: 'string', default: '3' },
    reuse: { type: 'boolean', default: false },
    visits: { type: 'string', default: '36000' },
    postgres: { type: 'boolean', default: false },
    judged: { type: 'string' },
    content: { type: 'string', default: settings.contentDir },
    json: { type: 'string' },
  } as const
  const { values } = parseArgs({ args, options })
  const count = Number(values.count)
  const rounds = Number(values.rounds)
  const visits = Number(values.visits)
  if (!Number.isInteger(count) || count < 100) throw new UsageError('--count must be a number from 100.')
  if (!Number.isInteger(rounds) || rounds < 1) throw new UsageError('--rounds must be a number from 1.')
  if (!Number.isInteger(visits) || visits < 1) throw new UsageError('--visits must be a number from 1.')
  mkdirSync(benchDir, { recursive: true })
  const { figures, report } = createReport()

  const judgedDb = path.join(benchDir, 'judged.db')
  if (values.judged !== undefined) {
    compileApart(values.content, judgedDb)
    measureJudged(judgedDb, values.judged, report)
    return writeFigures(values.json ?? path.join(benchDir, 'judged.json'), { figures })
  }

  const contentDir = makeCorpus(count)
  const dbFile = path.join(benchDir, `${count}.db`)
  if (values.postgres) {
    compileApart(contentDir, dbFile)
    if ((await buildSite()) !== 0) return 1
    await measurePostgres(contentDir, dbFile, rounds, report)
  } else {
    if (!values.reuse) {
      measureCompile(contentDir, dbFile, count, rounds, report)
      measureBuild(dbFile, rounds, report)
    }
    if ((await buildSite()) !== 0) return 1
    measureSearch(dbFile, report)
    await measureServedSearch(contentDir, dbFile, report)
    compileApart('content', judgedDb)
    measureJudged(judgedDb, ownSet, report)
    measureTyping(dbFile, report)
    await measureServer(contentDir, dbFile, { rounds, visits }, report)
  }

  const file = values.json ?? path.join(benchDir, `${count}${values.postgres ? '-postgres' : ''}.json`)
  return writeFigures(file, { count, figures })
})

function writeFigures(file: string, figures: { count?: number; figures: Figure[] }): number {
  writeFileSync(file, `${JSON.stringify({ node: process.version, ...figures }, null, 2)}\n`)
  console.log(`Written to ${file}`)
  return 0
}

await runIfStarted(import.meta.url, main)
