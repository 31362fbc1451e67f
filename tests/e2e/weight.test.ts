import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { toQuestionPath } from '@/lib/core/routes'
import type { QuestionKey } from '@/lib/core/types'
import { listRows, openStoreToRead } from '@/lib/store/schema/open'
import { Corpus } from '@/tools/corpus/corpus'
import { writeCorpus } from '@/tools/corpus/write-corpus'
import { listPageKinds } from '@/tools/served-site/page-kinds'
import { TemporaryLibrary } from '../temporary-library'
import { launchBrowser, settle } from './browser'
import { startContentSite, startSite } from './site'

const { bytes: budget } = JSON.parse(readFileSync('budget.json', 'utf8')) as { bytes: Record<string, number> }

const site = await startContentSite()
const browser = await launchBrowser()
const kinds = listPageKinds(site.dbFile)

const gzipped = (text: Buffer | string) => gzipSync(text, { level: 9 }).length

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

const load = async (address: string) => Buffer.from(await (await fetch(site.url + address)).arrayBuffer())

test('all scripts that any page may ever load are small together', () => {
  const folder = '.next/static/browser'
  const weights = readdirSync(folder).map((file) => gzipped(readFileSync(path.join(folder, file))))
  assert.ok(weights.length > 1)
  assert.ok(sum(weights) <= (budget.scriptGzip ?? 0), `${sum(weights)} bytes`)
})

test('the code that practice and reading load on use is small together', () => {
  const folder = '.next/static/browser'
  const files = readdirSync(folder)
  const withImports = (names: string[]): Set<string> => {
    const found = new Set(files.filter((file) => names.some((name) => new RegExp(`^${name}-\\w+\\.js$`).test(file))))
    assert.equal(found.size, names.length)
    for (const file of found)
      for (const [, imported] of readFileSync(path.join(folder, file), 'utf8').matchAll(
        /(?:from|import)"\.\/([^"]+)"/g,
      ))
        found.add(imported as string)
    return found
  }
  const used = withImports(['practise', 'reading', 'copy-formulas', 'reading-panel'])
  const weights = Array.from(used, (file) => gzipped(readFileSync(path.join(folder, file))))
  assert.ok(sum(weights) <= (budget.onUseScriptGzip ?? 0), `${sum(weights)} bytes`)
})

describe('the resources of a page', () => {
  for (const { name, path: address } of kinds) {
    test(`${name}: only from this site, cached for ever, scripts and styles within the budget`, async () => {
      const page = await browser.newPage()
      const files: { url: string; type: string; cacheControl: string; body: Promise<Buffer> | undefined }[] = []
      page.on('response', (response) => {
        const type = response.request().resourceType()
        const cacheControl = response.headers()['cache-control'] ?? ''
        const weighed = type === 'script' || type === 'stylesheet'
        files.push({ url: response.url(), type, cacheControl, body: weighed ? response.body() : undefined })
      })
      await page.goto(site.url + address)
      await settle(page)
      let styles = 0
      let scripts = 0
      for (const { url, type, cacheControl, body } of files) {
        assert.ok(url.startsWith(site.url), url)
        if (['script', 'stylesheet', 'font'].includes(type))
          assert.match(cacheControl, /max-age=31536000, immutable/, url)
        if (type === 'script') scripts += gzipped((await body) ?? '')
        const text = type === 'stylesheet' ? String(await body) : ''
        if (text && !text.includes('KaTeX_Main')) styles += gzipped(text)
      }
      const most = name === 'study' ? budget.studyScriptGzip : budget.firstScriptGzip
      assert.ok(scripts > 0 && scripts <= (most ?? 0), `${scripts} bytes of scripts`)
      assert.ok(styles <= (budget.styleGzip ?? 0), `${styles} bytes of styles`)
      const katex = files.some(({ url }) => url.includes('KaTeX'))
      assert.equal(katex, await page.evaluate(() => document.querySelector('.katex') !== null))
      await page.close()
    })
  }
})

test('the HTML of a typical question is small, and none is too large for search engines', async () => {
  const library = new TemporaryLibrary()
  writeCorpus(new Corpus(60, 1), library.contentDir)
  const { url, dbFile } = await startSite(library.contentDir)
  const questions = listRows<QuestionKey>(openStoreToRead(dbFile).prepare('SELECT subject, slug FROM question'))
  const sizes: number[] = []
  for (const { subject, slug } of questions) {
    const response = await fetch(url + toQuestionPath(subject, slug))
    sizes.push((await response.arrayBuffer()).byteLength)
  }
  sizes.sort((a, b) => a - b)
  const median = sizes[sizes.length >> 1] ?? 0
  assert.ok(median > 10_000 && median <= (budget.questionHtml ?? 0), `${median} bytes`)
  assert.ok((sizes.at(-1) ?? 0) < 500_000, `${sizes.at(-1)} bytes`)
})

test('the icons and the manifest for the home screen exist', async () => {
  const html = (await load('/')).toString()
  const hrefs = [...html.matchAll(/<link rel="(?:icon|apple-touch-icon|manifest)" href="([^"]+)"/g)].map(
    ([, href]) => href as string,
  )
  assert.equal(hrefs.length, 4)
  const manifest = JSON.parse((await load('/manifest.webmanifest')).toString()) as {
    name: string
    icons: { src: string }[]
  }
  assert.equal(manifest.name, 'QuickTakes Learn')
  for (const address of [...hrefs, ...manifest.icons.map(({ src }) => src)]) {
    const response = await fetch(site.url + address)
    assert.equal(response.status, 200, address)
    assert.match(response.headers.get('content-type') ?? '', /^(?:image\/|application\/manifest\+json)/)
  }
})
