import 'server-only'
import {
  aboutPath,
  homePath,
  subjectsPath,
  toAuthorPath,
  toQuestionPath,
  toSitemapPath,
  toSubjectPath,
  toTopicPath,
} from '@/lib/core/routes'
import { authorsSection, siteSection } from '@/lib/core/sitemap-sections'
import { toTopicKey } from '@/lib/core/topics'
import { getLibrary } from '@/lib/library/queries'
import type { SitemapUrl } from '@/lib/site/seo/sitemap'
import type { PlacedEntry } from '@/lib/store/read/sitemaps'

/**
 * A file of the sitemap: its addresses, read while they are taken, and the compile that last changed it, by its number,
 * where that is kept. The others are short.
 */
export type Sitemap = { urls: Iterable<SitemapUrl>; version?: number }

/** The file of a subject in which its own pages stand; those that follow hold its questions. */
const ownPages = 0

/** Every file of the sitemap, with the newest day in it. As many look-ups as there are subjects. */
export function listSitemaps(): SitemapUrl[] {
  const library = getLibrary()
  const subjects = library.listSubjects().map(({ slug }) => ({
    path: toSitemapPath(slug, ownPages),
    modified: library.getNewestDate('newest', slug),
  }))
  const files = library.listSitemapFiles().map(({ section, number, modified }) => ({
    path: toSitemapPath(section, number),
    modified,
  }))
  return [{ path: toSitemapPath(siteSection, 1), modified: library.getNewestDate('all', '') }, ...subjects, ...files]
}

/** One file of the sitemap; undefined where there is none. */
export function getSitemap(section: string, number: number): Sitemap | undefined {
  const library = getLibrary()
  if (section === siteSection) return number === 1 ? { urls: listSiteUrls() } : undefined
  if (number === ownPages) {
    return library.getSubject(section)?.questions ? { urls: listSubjectUrls(section) } : undefined
  }
  const file = library.getSitemapFile(section, number)
  return file && { urls: listEntryUrls(section, number), version: file.version }
}

function* listSiteUrls(): Generator<SitemapUrl> {
  const modified = getLibrary().getNewestDate('all', '')
  yield { path: homePath, modified }
  yield { path: subjectsPath, modified }
  yield { path: aboutPath }
}

/** The pages of a subject's lists. Its first page changes with its newest question; of the others no day is known. */
function* listSubjectUrls(subject: string): Generator<SitemapUrl> {
  const library = getLibrary()
  const pages = library.countPages('newest', subject)
  yield { path: toSubjectPath(subject), modified: library.getNewestDate('newest', subject) }
  for (let page = 2; page <= pages; page += 1) yield { path: toSubjectPath(subject, 'newest', page) }
  for (let page = 1; page <= pages; page += 1) yield { path: toSubjectPath(subject, 'a-z', page) }
  for (const { slug } of library.listTopics(subject)) {
    const topicPages = library.countPages('topic', toTopicKey(subject, slug))
    for (let page = 1; page <= topicPages; page += 1) yield { path: toTopicPath(subject, slug, page) }
  }
}

/** Reads some entries at a time, each time from the library as it is then: a slow reader holds nothing. */
function* listEntryUrls(section: string, number: number): Generator<SitemapUrl> {
  let last: PlacedEntry | undefined
  do {
    const entries = getLibrary().listSitemapEntries(section, number, last)
    for (const entry of entries) yield* toUrls(section, entry)
    last = entries.at(-1)
  } while (last)
}

function* toUrls(section: string, { slug, addresses, modified }: PlacedEntry): Generator<SitemapUrl> {
  if (section !== authorsSection) yield { path: toQuestionPath(section, slug), modified }
  else {
    yield { path: toAuthorPath(slug), modified }
    for (let page = 2; page <= addresses; page += 1) yield { path: toAuthorPath(slug, page) }
  }
}
