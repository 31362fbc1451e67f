import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import path from 'node:path'
import { settings } from '@/lib/settings'
import { publishContent } from './publish-content'
import { runScript } from './run-script'

const usage = `npm run dev

Serves the site for writing and for working on it: compiles the content again whenever a file of it is saved.`

/** Editors save a file in several steps; what comes within this time is one change. In ms. */
const settleTime = 50

await runScript(usage, async () => {
  const options = { ...settings, keepGoing: true }
  await publishContent(options)

  let timer: NodeJS.Timeout | undefined
  let compiling = Promise.resolve()
  const compileSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      compiling = compiling.then(() => publishContent(options)).then(undefined, (error) => console.error(error.message))
    }, settleTime)
  }
  const watcher = watch(settings.contentDir, { recursive: true }, compileSoon)

  const next = path.join('node_modules', 'next', 'dist', 'bin', 'next')
  const server = spawn(process.execPath, [next, 'dev', '--port', String(settings.port)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
  const code = await new Promise<number>((resolve) => server.on('exit', (status) => resolve(status ?? 0)))
  watcher.close()
  return code
})
