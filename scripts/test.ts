import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { buildSite } from './build-site'
import { ensureBrowser } from './ensure-browser'
import { defineCommand, runIfStarted } from './run-script'

const usage = `npm test [-- NAME…]

Runs the tests: all, or the files whose path contains one of the names. Finds or installs the browser they need.`

/** Many bring a server and a browser. */
const mostAtOnce = 4

/** How many milliseconds a process of tests may take: several times what the longest takes on a busy machine. */
const patience = 1_800_000

/**
 * Folders whose files share one process each: to start one, and load the compiler into it, takes longer than most of
 * them. The files of other folders change or
 * watch what belongs to a process (settings, statements, signals), so each has its own.
 */
const shareProcess = ['answer', 'check', 'compiler', 'core', 'search']

export const main = defineCommand(usage, async (names) => {
  const files = readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && (names.length === 0 || names.some((name) => file.includes(name))))
    .sort()
  if (files.length === 0) throw new Error(`No test file's path contains ${names.join(' or ')}.`)

  const inBrowser = files.some((file) => toFolder(file) === 'e2e')
  const browser = inBrowser ? ensureBrowser() : ''
  if (inBrowser && (await buildSite()) !== 0) return 1
  // `server-only` lets itself be imported under this condition, the one Next uses for server components.
  const flags = ['--import', 'tsx', '--conditions=react-server', '--test', '--test-reporter=spec']
  // Each process has a library, a server and a browser of its own; what they share, the build, they only read.
  flags.push(`--test-concurrency=${Math.min(mostAtOnce, availableParallelism())}`)
  // A file that does not end fails by its name, instead of keeping all others from being told. Node knows it from 20.11.
  if (process.versions.node.localeCompare('20.11', 'en', { numeric: true }) >= 0)
    flags.push(`--test-timeout=${patience}`)
  const { status } = spawnSync(process.execPath, [...flags, ...groupByProcess(files)], {
    stdio: 'inherit',
    env: { ...process.env, CHROME_PATH: browser },
  })
  return status ?? 1
})

/** What to start: files by themselves, and one file for each folder that imports its files one after the other. */
function groupByProcess(files: string[]): string[] {
  const groups = path.join('.content', 'tests')
  rmSync(groups, { recursive: true, force: true })
  mkdirSync(groups, { recursive: true })
  const shared = shareProcess
    .map((folder) => ({ folder, members: files.filter((file) => toFolder(file) === folder) }))
    .filter(({ members }) => members.length > 0)
    .map(({ folder, members }) => {
      const group = path.join(groups, `${folder}.test.ts`)
      writeFileSync(group, members.map((file) => `import '../../tests/${file}'\n`).join(''))
      return group
    })
  const alone = files.filter((file) => !shareProcess.includes(toFolder(file))).map((file) => path.join('tests', file))
  // The longest first, so that none is left over for one processor at the end.
  return [...alone, ...shared]
}

const toFolder = (file: string) => path.dirname(file).split(path.sep)[0] ?? ''

await runIfStarted(import.meta.url, main)
