import { rmSync } from 'node:fs'
import path from 'node:path'
import { compileApart } from '@/tools/served-site/processes'
import { format, type Report } from './figures'
import { benchDir, editFile } from './libraries'
import { median } from './load'
import { hasHugo, timeContentlayer, timeHugo } from './others'

/** Compiles a library from scratch, unchanged, and with one edit; Hugo and stock Contentlayer for comparison. */
export function measureCompile(contentDir: string, dbFile: string, count: number, rounds: number, report: Report) {
  const compare = count <= 100_000 && hasHugo()
  const first: { ms: number; peakRssMb: number }[] = []
  const hugo: number[] = []
  for (let round = 0; round < (count > 100_000 ? 1 : rounds); round += 1) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(dbFile + suffix, { force: true })
    first.push(compileApart(contentDir, dbFile))
    if (compare) hugo.push(timeHugo(contentDir, path.join(benchDir, 'hugo')))
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
  const stock = timeContentlayer(contentDir, path.join(benchDir, 'stock'), slice)
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
