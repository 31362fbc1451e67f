import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after } from 'node:test'
import { compile } from '@/lib/compiler/compile'
import { generateSchema } from '@/lib/compiler/schema/generate'
import { serveCommand } from '@/scripts/serve-command'
import { findFreePort } from '../free-port'

/** The production server on a library of its own. */
export type Site = { url: string; dbFile: string; server: ChildProcess }

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

/** The production server on a library that is compiled; whoever starts it stops it. */
export async function startServer(contentDir: string, dbFile: string, environment: Record<string, string> = {}) {
  const port = await findFreePort()
  const server = spawn(process.execPath, serveCommand, {
    env: {
      ...process.env,
      CONTENT_DIR: contentDir,
      CONTENT_DB: dbFile,
      PORT: String(port),
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
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
