import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'

/** The ids that components and pages give to parts of a page. */
function* listIds(): Generator<[file: string, id: string]> {
  for (const folder of ['app', 'components']) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.tsx')) continue
      const file = path.join(folder, name)
      const found = readFileSync(file, 'utf8').matchAll(/\s(?:id|aria-labelledby|htmlFor)="([^"]*)"/g)
      for (const [, id = ''] of found) yield [file, id]
    }
  }
}

test('parts of the page have ids with a colon, which no heading of an answer can have', () => {
  const ids = [...listIds()]
  assert.ok(ids.length > 5)
  for (const [file, id] of ids) assert.match(id, /^page:/, file)
})
