import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { buildSite } from './build-site'
import { ensureBrowser } from './ensure-browser'
import { runScript } from './run-script'

const usage = `npm test [-- NAME…]

Runs the tests: all, or the files whose path contains one of the names. Finds or installs the browser they need.`

await runScript(usage, async (names) => {
  const files = readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && (names.length === 0 || names.some((name) => file.includes(name))))
    .sort()
    .map((file) => path.join('tests', file))
  if (files.length === 0) throw new Error(`No test file's path contains ${names.join(' or ')}.`)

  const inBrowser = files.some((file) => file.startsWith(path.join('tests', 'e2e')))
  const browser = inBrowser ? ensureBrowser() : ''
  if (inBrowser && (await buildSite()) !== 0) return 1
  // `server-only` lets itself be imported under this condition, the one Next uses for server components.
  const flags = ['--import', 'tsx', '--conditions=react-server', '--test', '--test-reporter=spec']
  const { status } = spawnSync(process.execPath, [...flags, ...files], {
    stdio: 'inherit',
    env: { ...process.env, CHROME_PATH: browser },
  })
  return status ?? 1
})
