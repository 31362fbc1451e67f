import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { prepareLists } from '@/lib/content/store/lists'
import { openStoreToRead } from '@/lib/content/store/open'
import { Corpus } from '@/lib/corpus/corpus'
import { Random } from '@/lib/corpus/random'
import { toAuthorPath, toQuestionPath, toSubjectPath } from '@/lib/routes'
import { measureRate, median, percentile, timeEach, visitAll } from './bench/load'
import { buildEmptyApp, hasHugo, timeContentlayer, timeHugo } from './bench/others'
import { compileApart, readMemory, startServer, timeCommand } from './bench/processes'
import { buildSite } from './build-site'
import { runScript, UsageError } from './run-script'
import { writeCorpus } from './write-corpus'

const usage = `npm run bench [-- --count N] [--rounds R] [--reuse] [--visits N] [--json FILE]

Makes a library of N files (default: 36000), measures compile, build and server on it, prints a table and writes it as
JSON (default: .content/bench/N.json). --reuse measures the server alone, on the store of an
earlier run; --visits is how many pages it visits before its memory is read. Where Hugo is installed it builds the same files in the same run, up to 100,000.`

/** A line of the table: what was measured, the figure with its unit, and what it is compared with. */
type Figure = { work: string; value: number; unit: string; note?: string }

type Report = (work: string, value: number, unit: string, note?: string) => void

const format = (value: number) =>
  value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 })

/** Those of `npm start`. */
const serverFlags = ['--max-old-space-size=288', '--max-semi-space-size=16']

const bench = '.content/bench'
const ports = { site: 3911, empty: 3912 }

await runScript(usage, async (args) => {
  const options = {
    count: { type: 'string', default: '36000' },
    rounds: { type: 'string', default: '3' },
    reuse: { type: 'boolean', default: false },
    visits: { type: 'string', default: '36000' },
    json: { type: 'string' },
  } as const
  const { values } = parseArgs({ args, options })
  const count = Number(values.count)
  const rounds = Number(values.rounds)
  if (!Number.isInteger(count) || count < 100) throw new UsageError('--count takes a number from 100.')
  if (!Number.isInteger(rounds) || rounds < 1) throw new UsageError('--rounds takes a number from 1.')
  mkdirSync(bench, { recursive: true })
  const figures: Figure[] = []
  const report = (work: string, value: number, unit: string, note?: string) => {
    figures.push({ work, value, unit, ...(note && { note }) })
    console.log(`${work.padEnd(58)} ${format(value).padStart(9)} ${unit}${note ? `   ${note}` : ''}`)
  }

  const contentDir = makeCorpus(count)
  const dbFile = path.join(bench, `${count}.db`)
  if (buildSite() !== 0) return 1
  if (!values.reuse) {
    measureCompile(contentDir, dbFile, count, rounds, report)
    measureBuild(dbFile, rounds, report)
  }
  await measureServer(contentDir, dbFile, { rounds, visits: Number(values.visits) }, report)

  const file = values.json ?? path.join(bench, `${count}.json`)
  writeFileSync(file, `${JSON.stringify({ count, node: process.version, figures }, null, 2)}\n`)
  console.log(`Written to ${file}`)
  return 0
})

function makeCorpus(count: number): string {
  const contentDir = path.join(bench, `corpus-${count}`)
  const mark = path.join(contentDir, 'complete')
  if (!statSync(mark, { throwIfNoEntry: false })) {
    rmSync(contentDir, { recursive: true, force: true })
    writeCorpus(new Corpus(count, 1), contentDir)
    writeFileSync(mark, '')
  }
  return contentDir
}

function measureCompile(contentDir: string, dbFile: string, count: number, rounds: number, report: Report) {
  const compare = count <= 100_000 && hasHugo()
  const first: { ms: number; peakRssMb: number }[] = []
  const hugo: number[] = []
  for (let round = 0; round < (count > 100_000 ? 1 : rounds); round += 1) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(dbFile + suffix, { force: true })
    first.push(compileApart(contentDir, dbFile))
    if (compare) hugo.push(timeHugo(contentDir, path.join(bench, 'hugo')))
  }
  const seconds = first.map(({ ms }) => ms / 1000)
  report('compile, empty store', median(seconds), 's', `${format((median(seconds) * 1000) / count)} ms a file`)
  report('  its peak memory', Math.max(...first.map(({ peakRssMb }) => peakRssMb)), 'MB')
  if (compare) {
    report('  Hugo on the same files', median(hugo), 's')
    report(
      '  ratio to Hugo, round by round, median',
      median(seconds.map((own, round) => own / (hugo[round] ?? Number.NaN))),
      '×',
    )
  }
  const slice = 400
  const stock = timeContentlayer(contentDir, path.join(bench, 'stock'), slice)
  if (stock.msPerFile) report(`  stock Contentlayer, ${slice} files`, stock.msPerFile, 'ms a file')
  else console.log(`  stock Contentlayer did not run: ${stock.error}`)

  const again = Array.from({ length: rounds }, () => compileApart(contentDir, dbFile))
  report(
    'compile again, nothing changed',
    median(again.map(({ ms }) => ms / 1000)),
    's',
    `${again[0]?.parsed} files parsed`,
  )
  const one = Array.from({ length: rounds }, (_, round) => {
    editFile(contentDir, `edit ${round}`)
    return compileApart(contentDir, dbFile)
  })
  report(
    'compile again, one file changed',
    median(one.map(({ ms }) => ms / 1000)),
    's',
    `${one[0]?.parsed} file parsed`,
  )
}

/** Changes the description of the first file of the last subject; gives the address of its question. */
function editFile(contentDir: string, words: string): string {
  let folder = path.join(contentDir, 'learn', 'others')
  let [name = ''] = readdirSync(folder).sort()
  if (!name.endsWith('.md')) {
    folder = path.join(folder, name)
    name = readdirSync(folder).sort()[0] ?? ''
  }
  const file = path.join(folder, name)
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(page_description: >-\n {4}).*/, `$1Changed: ${words}.`))
  return toQuestionPath('others', name.replace('.md', ''))
}

function measureBuild(dbFile: string, rounds: number, report: Report) {
  const smallDb = path.join(bench, '60.db')
  const small = makeCorpus(60)
  compileApart(small, smallDb)
  const next = 'node_modules/next/dist/bin/next'
  const build = (file: string) =>
    timeCommand(process.execPath, [next, 'build'], {
      env: { CONTENT_DB: path.resolve(file) },
    }).seconds
  const pairs = Array.from({ length: rounds }, () => [build(smallDb), build(dbFile)] as const)
  report('next build with this library', median(pairs.map(([, own]) => own)), 's')
  report('  ratio to next build with 60 files', median(pairs.map(([few, own]) => own / few)), '×')
}

async function measureServer(
  contentDir: string,
  dbFile: string,
  { rounds, visits: mostVisits }: { rounds: number; visits: number },
  report: Report,
) {
  const store = openStoreToRead(dbFile)
  const paths = (
    store.prepare('SELECT subject, slug FROM question ORDER BY (id * 7919) % 1000003 LIMIT 40000').all() as {
      subject: string
      slug: string
    }[]
  ).map(({ subject, slug }) => toQuestionPath(subject, slug))
  const { countPages, listSubjects } = prepareLists(store)
  const largest = listSubjects().sort((a, b) => b.questions - a.questions)[0]?.slug ?? ''
  const authorPages = countPages('author', 'quicktakes')
  const subjectPages = countPages('newest', largest)
  store.close()

  const environment = { CONTENT_DIR: path.resolve(contentDir), CONTENT_DB: path.resolve(dbFile) }
  const [probe = '', ...rest] = paths
  const { server, startMs } = await startServer([...serverFlags, 'scripts/serve.mjs'], ports.site, probe, environment)
  report('cold start to the first answered question page', startMs / 1000, 's')

  const sample = rest.splice(0, 300)
  await timeEach(server.url, rest.splice(0, 200))
  const firstVisits = await timeEach(server.url, sample)
  report('question page, first visit, p50', median(firstVisits), 'ms')
  report('question page, first visit, p99', percentile(firstVisits, 0.99), 'ms')
  const kept = await timeEach(server.url, [...sample, ...sample])
  report('question page, kept, p99', percentile(kept, 0.99), 'ms')
  report('first visits a second, 8 at once', await visitAll(server.url, rest.splice(0, 4_000), 8), '/s')

  const emptyDir = path.join(bench, 'empty-app')
  buildEmptyApp(emptyDir)
  const next = path.resolve('node_modules/next/dist/bin/next')
  const empty = await startServer([next, 'start', '--port', String(ports.empty)], ports.empty, '/', {}, emptyDir)
  await timeEach(server.url, [probe])
  const rates: [number, number][] = []
  for (let round = 0; round <= rounds; round += 1) {
    rates.push([await measureRate(empty.server.url, '/', 10, 3), await measureRate(server.url, probe, 10, 3)])
  }
  await empty.server.stop()
  const warm = rates.slice(1)
  report('kept pages a second', median(warm.map(([, own]) => own)), '/s')
  report('  an empty Next page', median(warm.map(([other]) => other)), '/s')
  report('  ratio to the empty page', median(warm.map(([other, own]) => own / other)), '×')

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
  const visits = paths.slice(0, mostVisits)
  await visitAll(server.url, visits, 8)
  report(`server memory after ${format(visits.length)} pages`, readMemory(server.process.pid) ?? Number.NaN, 'MB')
  report('  growth of the disk', measureDisk() - disk, 'bytes')
  await server.stop()
}

/** Edits a question, compiles, and gives the time from then until its page says so. */
async function timeUntilVisible(url: string, contentDir: string, dbFile: string, words: string): Promise<number> {
  const address = editFile(contentDir, words)
  await timeEach(url, [address])
  compileApart(contentDir, dbFile)
  const started = performance.now()
  while (!(await (await fetch(url + address)).text()).includes(`Changed: ${words}.`)) {
    if (performance.now() - started > 10_000) throw new Error('The edit did not become visible in 10 s.')
  }
  return performance.now() - started
}

/** The bytes of everything below the build. */
function measureDisk(): number {
  return readdirSync('.next', { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(path.join('.next', file)))
    .reduce((sum, stats) => sum + (stats.isFile() ? stats.size : 0), 0)
}
