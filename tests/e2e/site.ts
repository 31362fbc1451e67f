import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { compile } from '@/lib/compiler/compile'
import { generateSchema } from '@/lib/compiler/schema/generate'
import { getMeta, openStoreToRead } from '@/lib/store/schema/open'
import { serveCommand } from '@/scripts/serve-command'
import { findFreePort } from '../free-port'
import type { TemporaryLibrary } from '../temporary-library'

/** The production server on a library of its own. */
export type Site = { url: string; dbFile: string; server: ChildProcess }

let contentSite: Promise<Site> | undefined

/** The production server on this repository's library: one for all test files of a process, which only read it. */
export function startContentSite(): Promise<Site> {
  contentSite ??= startSite('content')
  return contentSite
}

/** Compiles a content folder into a store of its own and serves it with the production build; stops after the tests. */
export async function startSite(contentDir: string, environment: Record<string, string> = {}): Promise<Site> {
  const root = mkdtempSync(path.join(tmpdir(), 'site-'))
  const dbFile = path.join(root, 'content.db')
  await compile({ contentDir, dbFile, schema: await generateSchema() })
  const { url, server } = await startServer(contentDir, dbFile, environment)
  after(async () => {
    const { exitCode, signalCode } = server
    if (server.kill()) await once(server, 'exit')
    rmSync(root, { recursive: true, force: true })
    assert.deepEqual([exitCode, signalCode], [null, null], 'the server must run until the tests are done')
  })
  return { url, dbFile, server }
}

/** The production server on a compiled library; the caller stops it. `prefix` is the command prefix to run on another host. */
export async function startServer(
  contentDir: string,
  dbFile: string,
  environment: Record<string, string> = {},
  prefix: string[] = [],
) {
  const port = await findFreePort()
  const [program, ...args] = [...prefix, process.execPath, ...serveCommand] as [string, ...string[]]
  const server = spawn(program, args, {
    env: {
      ...process.env,
      CONTENT_DIR: contentDir,
      CONTENT_DB: dbFile,
      PORT: String(port),
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      // Even on a slow machine, no test exhausts the search budget of all visitors, unless it sets one itself.
      SEARCH_PERCENT: '10000',
      SEARCH_MS_PER_MINUTE: '60000',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    server.stdout?.on('data', (data) => String(data).includes('Ready') && resolve())
    server.on('exit', (code) => reject(new Error(`The server stopped with status ${code}.`)))
  })
  return { url: `http://localhost:${port}`, server }
}

/** Compiles what changed in a library, and waits until the server shows it. Returns the compile's report. */
export async function publish(library: TemporaryLibrary, { url, dbFile }: Site) {
  const report = await library.compile({ dbFile })
  const store = openStoreToRead(dbFile)
  const compiled = new Date(Number(getMeta(store, 'sequence'))).toISOString()
  store.close()
  while ((await (await fetch(`${url}/api/health`)).json()).compiled !== compiled) await sleep(10)
  return report
}
