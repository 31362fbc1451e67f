import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { sources } from '@/scripts/build-site'

const listFiles = (dir: string, pattern: RegExp) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => pattern.test(file))
    .map((file) => path.join(dir, file))

test('no TeX, highlighter, Markdown or validation code reaches the browser', () => {
  const chunks = listFiles('.next/static', /\.js$/)
  assert.ok(chunks.length > 0)
  for (const chunk of chunks) {
    assert.doesNotMatch(
      readFileSync(chunk, 'utf8'),
      /KaTeX parse error|shiki|oniguruma|micromark|ZodError|libsql/,
      chunk,
    )
  }
})

test('the server and its threads bundle their packages, and only the smaller version of zod', () => {
  const maps = listFiles('.next/server-bundle', /\.map$/)
  assert.equal(maps.length, 4)
  const sources = maps.flatMap((file) => (JSON.parse(readFileSync(file, 'utf8')) as { sources: string[] }).sources)
  for (const name of ['pino', 'lru-cache', 'unified', 'katex', 'zod/v4/mini'])
    assert.ok(
      sources.some((source) => source.includes(`node_modules/${name}/`)),
      name,
    )
  const whole = sources.filter((source) => /zod\/v4\/(?:classic|locales\/..\.)/.test(source))
  assert.deepEqual(whole, [])
})

test('nothing of the draft preview is in the production build, for browsers or for the server', () => {
  const built = ['.next/static', '.next/server'].flatMap((dir) => listFiles(dir, /\.(?:js|css|html|rsc|json)$/))
  assert.ok(built.length > 20)
  for (const file of built) {
    assert.doesNotMatch(
      readFileSync(file, 'utf8'),
      /In search results|vscode:\/\/file|CONTENT_CHECK_URL|findings\.json/,
      file,
    )
  }
})

test('no module of the site imports all documents', () => {
  const modules = ['app', 'components', 'lib'].flatMap((dir) => listFiles(dir, /\.(?:tsx?|mjs)$/))
  assert.ok(modules.length > 50)
  for (const file of modules) {
    const source = readFileSync(file, 'utf8')
    assert.doesNotMatch(source, /\ball(?:Questions|Subjects|Documents)\b/, file)
    assert.doesNotMatch(source, /import (?!type)[^'"]*['"]contentlayer\/generated/, file)
  }
})

test('every file that is bundled with the server is a source of the build', () => {
  const files = listFiles('.next/server-bundle', /\.map$/).flatMap((map) =>
    (JSON.parse(readFileSync(map, 'utf8')) as { sources: string[] }).sources.map((file) =>
      path.relative('.', path.join(path.dirname(map), file)),
    ),
  )
  const own = files.filter((file) => !file.startsWith('node_modules'))
  assert.ok(own.includes(path.join('scripts', 'next-thread.ts')))
  const isSource = (file: string) => sources.some((source) => !path.relative(source, file).startsWith('..'))
  assert.deepEqual(
    own.filter((file) => !isSource(file)),
    [],
  )
})
