import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const places = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The path of a Chromium on this machine: CHROME_PATH, the usual places, or the one that Playwright installed. */
const findBrowser = () => [...places, chromium.executablePath()].find((place) => place && existsSync(place))

/** Finds a browser for the tests or installs one, and logs what it does. Throws a message if neither works. */
export function ensureBrowser(): string {
  const found = findBrowser()
  if (found) {
    console.log(`Browser: ${found}`)
    return found
  }
  const root = process.getuid?.() === 0
  const attempts = [
    ...(root
      ? [
          ['apt-get', 'update', '-qq'],
          ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'],
        ]
      : []),
    [process.execPath, 'node_modules/playwright-core/cli.js', 'install', '--with-deps', 'chromium-headless-shell'],
  ]
  for (const [command = '', ...args] of attempts) {
    console.log(`Browser: none found; running ${command} ${args.join(' ')}`)
    spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    const installed = findBrowser()
    if (installed) return installed
  }
  throw new Error('The tests need Chromium and could not install it. Install it, or set CHROME_PATH to its executable.')
}
