import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { buildSite } from './build-site'
import { ensureBrowser } from './ensure-browser'
import { defineCommand, runIfStarted } from './run-script'

const usage = `npm test [-- NAME…]

Runs the tests: all, or the files whose path contains one of the names. Finds or installs the browser they need.`

/** Many bring a server and a browser. They also wait for these, so one more than there are processors keeps all busy. */
const atOnce = Math.min(4, availableParallelism() + 1)

/** How many milliseconds a process of tests may take: several times what the longest takes on a busy machine. */
const patience = 1_800_000

/**
 * Files that share a process, by their paths: to start one, and load the compiler into it, takes longer than most of
 * them; some share a server and a browser too. The others change or watch what belongs to a process
 * (settings, statements, signals), so each has its own.
 */
const shareProcess: Record<string, RegExp> = {
  answer: /^answer\//,
  check: /^check\//,
  compiler: /^compiler\//,
  content: /^e2e\/(?:accessibility|elements|pages|scripts|weight)\./,
  core: /^core\//,
  search: /^search\//,
  site: /^(?:anki|authoring|pack|site)\//,
  store: /^store\/(?!no-walk\.)/,
}

export const main = defineCommand(usage, async (names) => {
  const files = readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && (names.length === 0 || names.some((name) => file.includes(name))))
    .sort()
  if (files.length === 0) throw new Error(`No test file's path contains ${names.join(' or ')}.`)

  const inBrowser = files.some((file) => toPosix(file).startsWith('e2e/'))
  const browser = inBrowser ? ensureBrowser() : ''
  if (inBrowser && (await buildSite()) !== 0) return 1
  // `server-only` lets itself be imported under this condition, the one Next uses for server components.
  const flags = ['--import', 'tsx', '--conditions=react-server', '--test', '--test-reporter=spec']
  // Each process has a library, a server and a browser of its own; what they share, the build, they only read.
  if (isNodeSince('20.10')) flags.push(`--test-concurrency=${atOnce}`)
  // A file that does not end fails by its name, instead of keeping all others from being told.
  if (isNodeSince('20.11')) flags.push(`--test-timeout=${patience}`)
  const { status } = spawnSync(process.execPath, [...flags, ...groupByProcess(files)], {
    stdio: 'inherit',
    env: { ...process.env, CHROME_PATH: browser },
  })
  return status ?? 1
})

/** Whether this Node knows what came with a version. It refuses to start with a flag that it does not know. */
const isNodeSince = (version: string) => process.versions.node.localeCompare(version, 'en', { numeric: true }) >= 0

/** What to start: files by themselves, and for each group a file that imports its files one after the other. */
function groupByProcess(files: string[]): string[] {
  const groups = path.join('.content', 'tests')
  rmSync(groups, { recursive: true, force: true })
  mkdirSync(groups, { recursive: true })
  const alone = new Set(files)
  const shared = Object.entries(shareProcess).flatMap(([name, paths]) => {
    const members = files.filter((file) => paths.test(toPosix(file)))
    if (members.length === 0) return []
    for (const member of members) alone.delete(member)
    const group = path.join(groups, `${name}.test.ts`)
    writeFileSync(group, members.map((file) => `import '../../tests/${toPosix(file)}'\n`).join(''))
    return group
  })
  // Node starts them by the alphabet: first the groups, which take longest.
  return [...shared, ...Array.from(alone, (file) => path.join('tests', file))]
}

const toPosix = (file: string) => file.split(path.sep).join('/')

await runIfStarted(import.meta.url, main)
