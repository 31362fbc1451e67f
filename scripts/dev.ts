import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type ReportedFinding, toFindingLine } from '@/lib/core/finding'
import { toFindingsFile } from '@/lib/core/findings-file'
import { hasUsableStore } from '@/lib/store/schema/open'
import { checkFile, startCheckService } from './dev/check-service'
import { ContentWatcher } from './dev/watch-content'
import { publishContent } from './publish-content'
import { defineCommand, runIfStarted } from './run-script'

const usage = `npm run dev

Serves the site for writing content and working on the code: a saved file is compiled and shown immediately, with its
mistakes on the page.`

export const main = defineCommand(usage, async (_, settings) => {
  const findings = new Map<string, ReportedFinding[]>()
  let compiling: Promise<unknown> = Promise.resolve()

  /** Compiles once the current compile has finished; `only` names the files, all if absent. Reports findings to the page. */
  const publish = (only?: string[]) => {
    compiling = compiling
      // VS Code's task (.vscode/tasks.json) shows the findings between this line and “Content: ready”.
      .then(() => console.log(`Content: looking at ${only?.join(', ') ?? 'all files'}`))
      .then(() => publishContent({ ...settings, keepGoing: true, ...(only && { only }) }))
      .then((report) => {
        if (only) for (const file of only) findings.delete(path.join(settings.contentDir, file))
        else findings.clear()
        for (const finding of report.findings) {
          const file = path.resolve(finding.path)
          findings.set(file, [...(findings.get(file) ?? []), finding])
        }
        const all = [...findings.values()].flat()
        writeFileSync(toFindingsFile(settings.contentDb), JSON.stringify({ at: Date.now(), findings: all }))
        showChecks(only ?? [], report.findings)
      })
      .catch((error) => console.error(error.message))
    return compiling
  }

  /** Prints what the check finds in files beyond what the compile reported. The next compile does not wait for it. */
  async function showChecks(files: string[], said: ReportedFinding[]) {
    const lines = new Set(said.map(toFindingLine))
    for (const file of files) {
      if (!existsSync(path.join(settings.contentDir, file))) continue
      const { findings: found } = await checkFile(settings, file).catch(toNoFindings)
      for (const line of found.map(toFindingLine)) if (!lines.has(line)) console.error(line)
    }
    console.log('Content: ready')
  }

  // An existing library is served as it is while it is brought up to date, however large it is.
  const started = publish()
  if (!hasUsableStore(settings.contentDb)) await started
  const watcher = new ContentWatcher(settings.contentDir, settings.contentDb, publish)

  const checks = await startCheckService(settings)
  const env = { ...process.env, CONTENT_CHECK_URL: checks.url }
  const next = path.join('node_modules', 'next', 'dist', 'bin', 'next')
  const server = spawn(process.execPath, [next, 'dev', '--port', String(settings.port)], { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
  const code = await new Promise<number>((resolve) => server.on('exit', (status) => resolve(status ?? 0)))
  watcher.close()
  checks.close()
  return code
})

function toNoFindings(error: Error): { findings: ReportedFinding[] } {
  console.error(`The content could not be checked: ${error.message}`)
  return { findings: [] }
}

await runIfStarted(import.meta.url, main)
