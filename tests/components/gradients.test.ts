import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'

const sheets = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'))

/** A gradient that contains one of the site's colours, which are in oklch or variables. */
const gradient = /gradient\(([^,]*),\s*([^;]*)/g

test('gradients of our colours are mixed in sRGB, because Firefox loses hard edges in oklch', () => {
  const texts = sheets.map((file) => readFileSync(path.join('app', file), 'utf8'))
  const found = texts
    .flatMap((text) => [...text.matchAll(gradient)])
    .filter(([all]) => /oklch|var\(--(?!hue)/.test(all))
  assert.ok(found.length > 0)
  for (const [all, first] of found) assert.match(first as string, / in srgb$/, all)
})
