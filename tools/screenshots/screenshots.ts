import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { settings } from '@/lib/core/settings'
import { ensureBrowser } from '@/scripts/ensure-browser'
import { choosePageKinds, type PageKind } from '@/tools/served-site/page-kinds'
import { defineCommand, runIfStarted } from '@/scripts/run-script'
import { serveContent } from '@/tools/served-site/serve-content'

const usage = `npm run screenshots [-- NAME…]

Takes screenshots of a page of each kind, phone and desktop, light and dark, into screenshots/. With names, only of the
kinds whose name contains one of them. The content is that of CONTENT_DIR, the server listens on PORT.`

const folder = 'screenshots'
const widths = { 360: 740, 1280: 900 }
/** In pixels: a list of a hundred questions looks much the same all the way down. */
const maxHeight = 4000

export const main = defineCommand(usage, async (names) =>
  serveContent(async ({ url }) => {
    const kinds = choosePageKinds(settings.contentDb, names)
    if (names.length === 0) rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] })
    try {
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const [width, height] of Object.entries(widths)) {
          await takePictures(browser, url, kinds, { viewport: { width: Number(width), height }, colorScheme })
        }
      }
    } finally {
      await browser.close()
    }
    console.log(`${kinds.length * 4} pictures in ${folder}/`)
    return 0
  }),
)

type Screen = { viewport: { width: number; height: number }; colorScheme: 'light' | 'dark' }

async function takePictures(browser: Browser, url: string, kinds: readonly PageKind[], screen: Screen) {
  const { width } = screen.viewport
  const page = await browser.newPage(screen)
  for (const { name, path: address } of kinds) {
    await page.goto(url + address, { waitUntil: 'networkidle' })
    const tall = await page.evaluate(() => document.documentElement.scrollHeight)
    const file = path.join(folder, `${name}-${width}-${screen.colorScheme}.png`)
    const clip = { x: 0, y: 0, width, height: Math.min(tall, maxHeight) }
    await page.screenshot({ path: file, fullPage: true, clip })
  }
  await page.close()
}

await runIfStarted(import.meta.url, main)
