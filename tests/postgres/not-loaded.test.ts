import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from 'esbuild'

/** The packages that a program of the server can load: at the start, or later on demand. */
async function listPackages(program: string) {
  const { metafile } = await build({
    entryPoints: [program],
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile: 'bundle.mjs',
    logLevel: 'error',
  })
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports)
  const listOf = (kind: string) => imports.filter((found) => found.kind === kind).map((found) => found.path)
  return { atStart: listOf('import-statement'), later: listOf('dynamic-import') }
}

test('a server without DATABASE_URL loads nothing of PostgreSQL', async () => {
  const { atStart, later } = await listPackages('scripts/serve.ts')
  assert.ok(atStart.includes('libsql'))
  assert.deepEqual(
    atStart.filter((name) => name.startsWith('pg')),
    [],
  )
  assert.ok(later.includes('pg'))
})
