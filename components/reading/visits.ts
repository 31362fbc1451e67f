import { readStored, store } from '@/components/browser/storage'
import { parseQuestionPath } from '@/lib/core/routes'
import { visitsKey } from '@/lib/core/visits-key'

/** A visited question, and the section that was on the screen at the end. */
export type Visit = { path: string; title: string; section?: { id: string; title: string } | undefined }

const maxVisits = 6

/** The questions visited last, newest first. */
export function listVisits(): Visit[] {
  try {
    return (JSON.parse(readStored(visitsKey) ?? '[]') as Visit[]).filter(({ path }) => parseQuestionPath(path))
  } catch {
    return []
  }
}

export function recordVisit(visit: Visit) {
  const others = listVisits().filter(({ path }) => path !== visit.path)
  store(visitsKey, JSON.stringify([visit, ...others].slice(0, maxVisits)))
}

/** Moves visits of an old address to the current one; the section stays. */
export function moveVisits(from: string, to: string) {
  const visits = listVisits()
  const moved = visits.find(({ path }) => path === from)
  if (!moved) return
  moved.path = to
  store(visitsKey, JSON.stringify(visits.filter((visit) => visit === moved || visit.path !== to)))
}

export function forgetVisits() {
  store(visitsKey, null)
  delete document.documentElement.dataset.visited
}

/** The canonical address of the question on this page, and its title as plain text. */
export function getQuestion(): { path: string; title: string } {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')
  const path = canonical ? new URL(canonical.href).pathname : location.pathname
  return { path, title: document.querySelector<HTMLMetaElement>('meta[property="og:title"]')?.content ?? path }
}

/**
 * Where the question on this page may have been stored before: under addresses that redirect to it, and under the address of
 * this page, if another page has become the canonical one.
 */
export function listOldPaths(): string[] {
  const old = document.querySelector<HTMLElement>('self-test')?.dataset.old?.split(' ') ?? []
  return [location.pathname, ...old].filter((path) => path !== getQuestion().path)
}
