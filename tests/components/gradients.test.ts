import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'

const sheets = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'))

/** A gradient whose direction or first stop is followed by a colour of the site, which is oklch or a variable. */
const gradient = /gradient\(([^,]*),\s*([^;]*)/g

test('a gradient of our colours says that they are mixed as sRGB: Firefox loses hard edges in the space of oklch', () => {
  const texts = sheets.map((file) => readFileSync(path.join('app', file), 'utf8'))
  const found = texts
    .flatMap((text) => [...text.matchAll(gradient)])
    .filter(([all]) => /oklch|var\(--(?!hue)/.test(all))
  assert.ok(found.length > 0)
  for (const [all, first] of found) assert.match(first as string, / in srgb$/, all)
})
