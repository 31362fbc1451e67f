import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ReportedFinding } from '@/lib/core/finding'
import { toFindingsFile } from '@/lib/core/findings-file'
import { settings } from '@/lib/core/settings'
import { getLibrary } from '@/lib/library/current'

/** A finding with its file's absolute path, for links that open it in an editor. */
export type ShownFinding = ReportedFinding & { file: string }

/**
 * The check's findings for the file of a page, first without and then with those from comparing it with other files
 * (`compared`); `path` is for display. `points` are what a reader is asked to recall, as text.
 */
export type PageFindings = { path: string; findings: ShownFinding[]; compared: boolean; points?: string[] }

/** The number of the last compile, when it ended (in ms since 1970), and what is wrong with the content's files. */
export type LibraryState = { sequence: number; at: number; findings: ShownFinding[] }

/** The state, or the findings for the page's own file once it was checked; null if the page has none. */
export type LibraryNews = LibraryState | { page: PageFindings | null }

/** How often the library is polled for changes, in ms. */
const interval = 100

/** Calls back with the news for the page at an address, now and after each change, until the returned function is called. */
export function watchLibrary(address: string, onNews: (news: LibraryNews) => void): () => void {
  let reported = ''
  let stopped = false
  const poll = async () => {
    const { sequence } = await getLibrary().readState()
    const state = `${sequence} ${readFindingsFile()}`
    if (state === reported) return
    reported = state
    const { at, findings } = parseFindings(readFindingsFile())
    onNews({ sequence, at, findings: findings.map(toShown) })
    let points: string[] | undefined
    for (const compared of [false, true]) {
      const found = await fetchPageFindings(address, compared)
      points = found?.points ?? points
      const page = found && { ...found, ...(points && { points }) }
      if (!stopped && state === reported) onNews({ page })
    }
  }
  poll()
  const timer = setInterval(poll, interval)
  return () => {
    stopped = true
    clearInterval(timer)
  }
}

/** A response of the check service of `npm run dev`: scripts/dev/check-service.ts. */
type CheckedFile = { path: string; findings: ReportedFinding[]; points?: string[] }

/** Requests findings from the process of `npm run dev`, which checks content; the process that renders pages does not. */
async function fetchPageFindings(address: string, compared: boolean): Promise<PageFindings | null> {
  const service = process.env.CONTENT_CHECK_URL
  if (!service) return null
  try {
    const asked = new URLSearchParams({ page: address, ...(compared && { compared: '' }) })
    const response = await fetch(`${service}?${asked}`)
    const found = response.ok ? ((await response.json()) as CheckedFile) : null
    return found && { ...found, findings: found.findings.map(toShown), compared }
  } catch (error) {
    console.error(`The content could not be checked: ${(error as Error).message}`)
    return null
  }
}

const toShown = (finding: ReportedFinding): ShownFinding => ({ ...finding, file: path.resolve(finding.path) })

function readFindingsFile(): string {
  try {
    return readFileSync(toFindingsFile(settings.contentDb), 'utf8')
  } catch {
    // Not there yet: the next poll finds it.
    return ''
  }
}

function parseFindings(text: string): { at: number; findings: ReportedFinding[] } {
  try {
    return JSON.parse(text)
  } catch {
    // Missing or half written: the next poll finds it.
    return { at: 0, findings: [] }
  }
}
