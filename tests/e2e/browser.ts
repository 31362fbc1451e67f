import assert from 'node:assert/strict'
import { after } from 'node:test'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/**
 * Features that are turned off. This flag replaces Playwright's, so the features that Playwright turns off come first. The
 * others make Chromium load its own address bar in separate processes, and keep a spare process: twice the time of a page
 * of the site.
 */
const featuresOff = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'SpareRendererForSitePerProcess',
]

export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  `--disable-features=${featuresOff.join()}`,
]

export const phone = { width: 360, height: 740 }
export const desktop = { width: 1280, height: 900 }

let launched: Promise<Browser> | undefined

/** A real headless Chromium, one for all test files of a process, closed after the tests. */
export function launchBrowser(): Promise<Browser> {
  if (launched) return launched
  const launching = chromium.launch({ executablePath: process.env.CHROME_PATH, args: browserFlags })
  launched = launching
  after(async () => (await launching).close())
  return launching
}

/**
 * Opens an address in a new browser context. `complaints` collects what a visitor's console would show: errors and failed
 * requests, except a 404 of the page itself.
 */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints = listenForComplaints(page, url)
  const response = await page.goto(url)
  if (options.javaScriptEnabled !== false) await settle(page)
  const status = response?.status() ?? 0
  assert.ok(status === 200 || status === 404, `${url} answered ${status}`)
  return { page, complaints, status, close: () => context.close() }
}

/** Waits until a page is in its final state: with its elements and fonts, at the window's current size. */
export async function settle(page: Page) {
  await page.waitForFunction(() => document.querySelector(':not(:defined)') === null)
  await page.evaluate(async () => {
    await document.fonts.ready
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
  })
}

/** Types into the focused field, and waits until the suggestions are those for the whole text. */
export async function typeSearch(page: Page, text: string) {
  await page.keyboard.type(text)
  await page.locator('.search-popup [role=option]', { hasText: `All results for “${text}”` }).waitFor()
}

/** Chooses an option of the focused select with the arrow keys: a word typed slowly would count as several. */
export async function chooseByKeyboard(page: Page, option: string) {
  const steps = await page.locator('select:focus').evaluate((element, wanted) => {
    const { options, selectedIndex } = element as HTMLSelectElement
    return Array.from(options, ({ label }) => label).indexOf(wanted) - selectedIndex
  }, option)
  for (let step = 0; step < Math.abs(steps); step += 1) await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp')
  assert.equal(
    await page.locator('select:focus').evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.label),
    option,
  )
}

/** A phone and a desktop, light and dark. */
export const screens = Object.entries({ phone, desktop }).flatMap(([screen, viewport]) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ name: `${screen}, ${colorScheme}`, viewport, colorScheme })),
)

/** Switches an open page to another screen. */
export async function showOn(page: Page, { viewport, colorScheme }: Omit<(typeof screens)[number], 'name'>) {
  await page.setViewportSize(viewport)
  await page.emulateMedia({ colorScheme })
  await settle(page)
}

function listenForComplaints(page: Page, url: string): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && message.location().url !== url) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('requestfailed', (request) => complaints.push(`${request.url()} ${request.failure()?.errorText}`))
  page.on('response', (response) => {
    if (response.status() >= 400 && response.url() !== url) complaints.push(`${response.url()} ${response.status()}`)
  })
  return complaints
}
