import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { buildSite } from './build-site'
import { ensureBrowser } from './ensure-browser'
import { defineCommand, runIfStarted } from './run-script'

const usage = `npm test [-- NAME…]

Runs the tests: all, or the files whose path contains one of the names. Finds or installs the browser they need.`

/** Many tests start a server and a browser and wait for these, so one more than there are processors keeps all busy. */
const atOnce = Math.min(4, availableParallelism() + 1)

/** How many milliseconds a test process may take: several times the longest on a busy machine. */
const patience = 1_800_000

/**
 * Files that share a process, by their paths: starting one and loading the compiler takes longer than most of them; some
 * share a server and a browser too. The others change or observe process-wide state (settings, statements, signals), so
 * each has its own process.
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
  // `server-only` can be imported under this condition, which Next sets for server components.
  const flags = ['--import', 'tsx', '--conditions=react-server', '--test', '--test-reporter=spec']
  // Each process has its own library, server and browser; they share only the build, which they do not write to.
  if (isNodeSince('20.10')) flags.push(`--test-concurrency=${atOnce}`)
  // A file that hangs fails by name instead of blocking the results of all others.
  if (isNodeSince('20.11')) flags.push(`--test-timeout=${patience}`)
  const { status } = spawnSync(process.execPath, [...flags, ...groupByProcess(files)], {
    stdio: 'inherit',
    env: { ...process.env, CHROME_PATH: browser },
  })
  return status ?? 1
})

/** Whether this is at least a version of Node, which refuses to start with a flag that it does not know. */
const isNodeSince = (version: string) => process.versions.node.localeCompare(version, 'en', { numeric: true }) >= 0

/** What to start: single files, and a file for each group. */
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
    writeFileSync(group, toGroup(members.map((file) => `../../tests/${toPosix(file)}`)))
    return group
  })
  // Node starts files in alphabetical order, so the groups, which take longest, come first.
  return [...shared, ...Array.from(alone, (file) => path.join('tests', file))]
}

/**
 * A program that imports test files one after the other, then runs their tests. Without the hook, tests would run while
 * files are still loading: whenever none is left to run, Node runs the `after` hooks, which remove what later tests need.
 */
export const toGroup = (files: string[]) => `import { before } from 'node:test'
const loading = (async () => {
${files.map((file) => `  await import('${file}')\n`).join('')}})()
before(() => loading)
await loading
`

const toPosix = (file: string) => file.split(path.sep).join('/')

await runIfStarted(import.meta.url, main)
