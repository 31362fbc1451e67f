import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toHue } from '@/components/subject/hue'
import { toSubjectColor } from '@/lib/core/design/picture-colors'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { launchBrowser } from './browser'
import { publish, startSite } from './site'

const library = new TemporaryLibrary({
  'law/plain.md': toQuestionFile('Why is a promise not always a contract?'),
  'law/letters.md': toQuestionFile('© ® ½ §, Čech, Σφ, e\u0301, “×”?'),
  'law/emoji.md': toQuestionFile('Is this 🧊 ice?'),
  ...Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [`law/q${index}.md`, toQuestionFile(`Question ${index}?`)]),
  ),
})
const site = await startSite(library.contentDir)
const browser = await launchBrowser()
const page = await browser.newPage()

const toBytes = async (address: string) => new Uint8Array(await (await fetch(site.url + address)).arrayBuffer())

async function findImage(address: string) {
  const html = await (await fetch(site.url + address)).text()
  return new URL(/property="og:image" content="([^"]*)"/.exec(html)?.[1] ?? '').pathname
}

test('every kind of page names an existing picture of 1200 × 630', async () => {
  const expected = {
    '/': '/images/site.png',
    '/learn/law': '/images/subjects/law.png',
    '/learn/law/questions/plain': '/images/questions/law/plain.png',
    '/learn/law/questions/emoji': '/images/subjects/law.png',
    '/learn/law/questions/letters': '/images/questions/law/letters.png',
    '/authors/quicktakes': '/images/site.png',
  }
  for (const [address, image] of Object.entries(expected)) {
    assert.equal(await findImage(address), image, address)
    const response = await page.goto(site.url + image)
    assert.equal(response?.headers()['content-type'], 'image/png')
    const size = await page.locator('img').evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight])
    assert.deepEqual(size, [1200, 630])
  }
})

test('a picture has its subject’s colour, like the pages', async () => {
  await page.goto(`${site.url}/learn/law`)
  const painted = await page.evaluate(async (hue) => {
    const context = document.createElement('canvas').getContext('2d')
    if (!context) return []
    context.fillStyle = `oklch(0.42 0.11 ${hue})`
    context.fillRect(0, 0, 1, 1)
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)]
  }, toHue('law'))
  const drawn = [1, 3, 5].map((at) => Number.parseInt(toSubjectColor(toHue('law')).slice(at, at + 2), 16))
  for (const [index, value] of drawn.entries())
    assert.ok(Math.abs(value - (painted[index] ?? 0)) <= 1, `${drawn} ${painted}`)
})

test('addresses without a page have no picture, and nothing is drawn for them', async () => {
  for (const address of [
    '/images/nothing.png',
    '/images/site.jpg',
    '/images/subjects/nothing.png',
    '/images/questions/law/nothing.png',
    '/images/questions/law/emoji.png',
    '/images/questions/law/plain.png/more.png',
    '/images/questions/..%2f..%2flaw/plain.png',
  ]) {
    assert.equal((await fetch(site.url + address)).status, 404, address)
  }
})

test('a client that has a picture is not sent it again; a new title makes a new picture', async () => {
  const address = `${site.url}/images/questions/law/plain.png`
  const etag = (await fetch(address)).headers.get('etag') ?? ''
  for (const condition of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
    assert.equal((await fetch(address, { headers: { 'if-none-match': condition } })).status, 304, condition)
  }
  assert.equal((await fetch(address, { headers: { 'if-none-match': '"x"' } })).status, 200)
  const before = await toBytes('/images/questions/law/plain.png')
  assert.deepEqual(await toBytes('/images/questions/law/plain.png'), before)
  library.write('law/plain.md', toQuestionFile('When is a promise a contract?'))
  await publish(library, site)
  assert.notDeepEqual(await toBytes('/images/questions/law/plain.png'), before)
  assert.equal((await fetch(address, { headers: { 'if-none-match': etag } })).status, 200)
})

test('when too many pictures are requested at once, some are refused and pages are still served', async () => {
  const asked = Array.from({ length: 60 }, (_, index) => fetch(`${site.url}/images/questions/law/q${index}.png`))
  assert.equal((await fetch(`${site.url}/learn/law`)).status, 200)
  const statuses = (await Promise.all(asked)).map(({ status }) => status)
  assert.deepEqual([...new Set(statuses)].sort(), [200, 503])
  assert.ok(statuses.filter((status) => status === 200).length >= 30)
})
