import { toNormalPath } from '@/lib/core/normal-path'
import { fixedPaths, isFixedPath } from '@/lib/core/reserved-paths'
import {
  parseLibraryPath,
  parseQuestionPath,
  sitemapPath,
  toFeedPath,
  toSubjectPath,
  toTopicPath,
} from '@/lib/core/routes'
import { toTopicSlug } from '@/lib/core/topic-slug'
import type { Address } from './pages'

/** What an engine knows about a path: whether it is a page of the library, and what became of an old address. */
type Known = { isLibraryPage: (path: string) => boolean; findOld: (path: string) => Address }

const markdown = '.md'

/** The site's files for crawlers and feed readers. */
const siteFiles: readonly string[] = [sitemapPath, toFeedPath(), '/robots.txt', '/llms.txt']

/** The paths that `findAddress` may look up: an engine across a network looks up all of them in one round trip. */
export function listAskedPaths(path: string): string[] {
  const normal = toNormalPath(path)
  if (normal === undefined) return [path]
  const withoutEnding = normal.endsWith(markdown) ? [normal.slice(0, -markdown.length)] : []
  return [...new Set([path, normal, ...withoutEnding, toTopicAddress(normal) ?? path, toSubjectOfFeed(normal) ?? path])]
}

/** The page of the subject whose feed has this path. */
function toSubjectOfFeed(path: string): string | undefined {
  const slug = path.split('/')[2]
  return slug && path === toFeedPath(slug) ? toSubjectPath(slug) : undefined
}

/** The canonical path of a topic that is written another way: `newtons-laws` is at `newtons-law`. */
function toTopicAddress(path: string): string | undefined {
  const address = parseLibraryPath(path)
  if (address?.kind !== 'topic') return undefined
  const slug = toTopicSlug(address.slug)
  return slug === undefined || slug === address.slug ? undefined : toTopicPath(address.subject, slug, address.page)
}

/** What is at a path. Capital letters, extra slashes and needless encoding redirect to the path without them. */
export function findAddress(path: string, { isLibraryPage, findOld }: Known): Address {
  function findNormal(normal: string): Address {
    const isSite = fixedPaths.includes(normal) || siteFiles.includes(normal)
    if (isSite || isLibraryPage(toSubjectOfFeed(normal) ?? normal)) return { status: 'moved', path: normal }
    const topic = toTopicAddress(normal)
    return topic !== undefined && isLibraryPage(topic) ? { status: 'moved', path: topic } : findOld(normal)
  }

  /** The Markdown version of a question moves with its page. */
  function findMarkdown(normal: string): Address {
    const address = findNormal(normal.slice(0, -markdown.length))
    if (address.status === 'unknown') return findNormal(normal)
    if (address.status !== 'moved') return address
    return parseQuestionPath(address.path) ? { status: 'moved', path: address.path + markdown } : { status: 'unknown' }
  }

  if (isFixedPath(path) || isLibraryPage(path)) return { status: 'page' }
  const normal = toNormalPath(path)
  if (normal === undefined) return { status: 'unknown' }
  const address = normal.endsWith(markdown) ? findMarkdown(normal) : findNormal(normal)
  // A file at its own address has not moved.
  return address.status === 'moved' && address.path === path ? { status: 'unknown' } : address
}
