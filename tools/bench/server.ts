import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { toAuthorPath, toQuestionPath, toSubjectPath } from '@/lib/core/routes'
import { prepareLists } from '@/lib/store/read/lists'
import { openStoreToRead } from '@/lib/store/schema/open'
import { serveCommand } from '@/scripts/serve-command'
import { Random } from '@/tools/corpus/random'
import { compileApart, readMemory, startServer } from '@/tools/served-site/processes'
import { measureCachedPage } from './cached-page'
import { format, type Report } from './figures'
import { benchDir, editFile } from './libraries'
import { measureRate, median, percentile, timeEach, timeUntilShown, visitAll } from './load'
import { buildEmptyApp } from './others'
import { listQuestionKeys } from './question-keys'

const ports = { site: 3911, empty: 3912, bare: 3913 }

/** Visits the production server: first and later visits, deep lists, an edit, and many pages for its memory. */
export async function measureServer(
  contentDir: string,
  dbFile: string,
  { rounds, visits: maxVisits }: { rounds: number; visits: number },
  report: Report,
) {
  const store = openStoreToRead(dbFile)
  const paths = listQuestionKeys(store).map(({ subject, slug }) => toQuestionPath(subject, slug))
  const { countPages, listSubjects } = prepareLists(store)
  const largest = listSubjects().sort((a, b) => b.questions - a.questions)[0]?.slug ?? ''
  const authorPages = countPages('author', 'quicktakes')
  const subjectPages = countPages('newest', largest)
  store.close()

  const environment = { CONTENT_DIR: path.resolve(contentDir), CONTENT_DB: path.resolve(dbFile) }
  const [probe = '', ...rest] = paths
  const { server, startMs } = await startServer(serveCommand, ports.site, probe, environment)
  report('cold start to the first answered question page', startMs / 1000, 's')

  const sample = rest.splice(0, 300)
  await timeEach(server.url, rest.splice(0, 200))
  const firstVisits = await timeEach(server.url, sample)
  report('question page, first visit, p50', median(firstVisits), 'ms')
  report('question page, first visit, p99', percentile(firstVisits, 0.99), 'ms')
  const kept = await timeEach(server.url, [...sample, ...sample])
  report('question page, cached, p99', percentile(kept, 0.99), 'ms')
  report('first visits a second, 8 at once', await visitAll(server.url, rest.splice(0, 4_000), 8), '/s')

  const emptyDir = path.join(benchDir, 'empty-app')
  buildEmptyApp(emptyDir)
  const next = path.resolve('node_modules/next/dist/bin/next')
  const empty = await startServer([next, 'start', '--port', String(ports.empty)], ports.empty, '/', {}, emptyDir)
  await timeEach(server.url, [probe])
  const rates: [number, number][] = []
  for (let round = 0; round <= rounds; round += 1) {
    rates.push([await measureRate(empty.server.url, '/', 10, 3), await measureRate(server.url, probe, 10, 3)])
  }
  const each = Array.from({ length: 1_000 }, (_, index) => `/each/${index}`)
  await visitAll(empty.server.url, each, 8)
  report('  an empty Next page, rendered at each visit', await visitAll(empty.server.url, each, 8), '/s')
  await empty.server.stop()
  const warm = rates.slice(1)
  report('cached pages a second, 10 connections', median(warm.map(([, own]) => own)), '/s')
  report('  an empty Next page', median(warm.map(([other]) => other)), '/s')
  report('  ratio to the empty page', median(warm.map(([other, own]) => own / other)), '×')

  await measureCachedPage(server, probe, ports.bare, rounds, report)

  const deep = new Random(4)
  const deepPages = Array.from({ length: 100 }, () =>
    toAuthorPath('quicktakes', 1 + Math.floor(authorPages * (0.9 + 0.1 * deep.next()))),
  )
  const deepTimes = await timeEach(
    server.url,
    [...new Set(deepPages)].filter((page) => /page\/\d+$/.test(page)),
  )
  report(
    `list pages ${format(authorPages * 0.9)} to ${format(authorPages)} deep, first visit, p99`,
    percentile(deepTimes, 0.99),
    'ms',
  )
  const near = Array.from({ length: Math.min(100, subjectPages) }, (_, page) =>
    toSubjectPath(largest, 'newest', page + 1),
  )
  report('list pages 1 to 100, first visit, p99', percentile(await timeEach(server.url, near), 0.99), 'ms')

  const times: number[] = []
  for (let round = 0; round < rounds; round += 1)
    times.push(await timeUntilVisible(server.url, contentDir, dbFile, `live ${round}`))
  report('from the end of a compile to visible', median(times), 'ms')

  const disk = measureDisk()
  const visits = paths.slice(0, maxVisits)
  await visitAll(server.url, visits, 8)
  report(`server memory after ${format(visits.length)} pages`, readMemory(server.process.pid) ?? Number.NaN, 'MB')
  report('  growth of the disk', measureDisk() - disk, 'bytes')
  await server.stop()
}

/** Edits a question, compiles, and returns the time from then until its page shows the edit. */
async function timeUntilVisible(url: string, contentDir: string, dbFile: string, name: string): Promise<number> {
  const edit = editFile(contentDir, name)
  await timeEach(url, [edit.address])
  compileApart(contentDir, dbFile)
  return timeUntilShown([url], edit)
}

/** The size of the build folder in bytes. */
function measureDisk(): number {
  return readdirSync('.next', { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(path.join('.next', file)))
    .reduce((sum, stats) => sum + (stats.isFile() ? stats.size : 0), 0)
}
