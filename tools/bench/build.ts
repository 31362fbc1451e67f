import path from 'node:path'
import { compileApart, timeCommand } from '@/tools/served-site/processes'
import type { Report } from './figures'
import { benchDir, makeCorpus } from './libraries'
import { median } from './load'

/** Builds the site with this library and with a small one, in turns. */
export function measureBuild(dbFile: string, rounds: number, report: Report) {
  const smallDb = path.join(benchDir, '60.db')
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
