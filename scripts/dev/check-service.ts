import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { toShown } from '@/lib/authoring/shown-path'
import { prepare } from '@/lib/check/inspect-file'
import { readLibrarySettings } from '@/lib/check/library-settings'
import { readPoints } from '@/lib/check/read-points'
import { reportFindings } from '@/lib/check/report'
import { applySeverity, readSeverities } from '@/lib/check/severity'
import { generateSchema } from '@/lib/compiler/schema/generate'
import type { ReportedFinding } from '@/lib/core/finding'
import { isSlug } from '@/lib/core/names'
import { parseQuestionPath } from '@/lib/core/routes'
import { prepareAuthoring } from '@/lib/store/read/authoring'
import { openStoreToRead } from '@/lib/store/schema/open'
import { toCheckOptions } from '../check/check-options'

type Content = { contentDir: string; contentDb: string }

/**
 * Answers, on this machine only, what the check finds in the file of a page:
 * `?page=/learn/physics/questions/what-is-heat` returns `{ path, findings }`, even if the file is invalid and so has no
 * page; 404 for other addresses. Without `&compared` it quickly returns what is wrong with the file itself; with it, more
 * slowly, also what is wrong in comparison with other questions.
 */
export async function startCheckService(content: Content) {
  const server = createServer(async (request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const look = searchParams.has('compared') ? checkFile : inspect
    try {
      const file = findFile(content, searchParams.get('page') ?? '')
      response.statusCode = file ? 200 : 404
      response.end(file && JSON.stringify(await look(content, file)))
    } catch (error) {
      console.error(`The content could not be checked: ${(error as Error).message}`)
      response.writeHead(500).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close().closeAllConnections() }
}

/** The file of a question's page, below the content folder; for an invalid one, the file that would have this address. */
function findFile({ contentDir, contentDb }: Content, page: string): string | undefined {
  const key = parseQuestionPath(page)
  if (!key || !isSlug(key.subject) || !isSlug(key.slug)) return undefined
  const store = openStoreToRead(contentDb)
  const filed = prepareAuthoring(store).getFiled(key)?.path
  store.close()
  const file = filed ?? `learn/${key.subject}/${key.slug}.md`
  return existsSync(path.join(contentDir, file)) ? file : undefined
}

/** What is wrong with a file by itself, by the rules that need no other file. */
async function inspect({ contentDir }: Content, file: string): Promise<CheckedFile> {
  const { dir, base: name } = path.posix.parse(file)
  const { schema } = await generateSchema()
  const { wording } = readLibrarySettings(contentDir)
  const { findings } = prepare({ contentDir, schema, wording })({ dir, name, knownHash: undefined })
  const severities = readSeverities(contentDir, [])
  const shown = toShown(contentDir, file)
  const reported = findings.flatMap((finding) => applySeverity(severities, finding) ?? [])
  const { points } = (await readPoints(contentDir, schema, file)) ?? {}
  return { path: shown, findings: reported.map((finding) => ({ ...finding, path: shown })), ...(points && { points }) }
}

/** `points` are what readers are asked to recall; the check that compares does not return them. */
type CheckedFile = { path: string; findings: ReportedFinding[]; points?: string[] }

/** The check in progress: one at a time, since each brings the check's index up to date. */
let checking: Promise<unknown> = Promise.resolve()

/** What is wrong with a file, by its path below the content folder; `path` is shown to people. */
export function checkFile(content: Content, file: string): Promise<CheckedFile> {
  const checked = checking.then(() => checkNow(content, file))
  checking = checked.catch(() => undefined)
  return checked
}

async function checkNow(content: Content, file: string): Promise<CheckedFile> {
  const findings: ReportedFinding[] = []
  const options = { ...(await toCheckOptions(content)), scope: [file] }
  const severities = readSeverities(content.contentDir, [])
  await reportFindings(options, { severities, baseline: undefined, onFinding: (finding) => findings.push(finding) })
  const path = toShown(content.contentDir, file)
  return { path, findings: findings.filter((finding) => finding.path === path) }
}
