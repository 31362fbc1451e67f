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
import { authorsSection } from '@/lib/core/sitemap-sections'
import { getLibrary } from '@/lib/library/current'
import type { SitemapEntry, SitemapFile } from '@/lib/library/pages'
import type { SitemapUrl } from './seo/sitemap'

/** A file of the sitemap: its addresses, streamed as they are read, and the number of the compile that last changed it. */
export type Sitemap = { urls: SitemapUrl[] | AsyncIterable<SitemapUrl>; version: number }

/** Every file of the sitemap, with the newest day in it, and the version of the library that was read. */
export async function listSitemaps(): Promise<{ urls: SitemapUrl[]; version: number }> {
  const { files, sequence } = await getLibrary().listSitemapFiles()
  const urls = files.map(({ section, number, modified }) => ({ path: toSitemapPath(section, number), modified }))
  return { urls, version: sequence }
}

/** One file of the sitemap; undefined if there is none. */
export async function getSitemap(section: string, number: number): Promise<Sitemap | undefined> {
  const file = await getLibrary().readSitemapFile(section, number)
  switch (file?.kind) {
    case 'site':
      return { urls: listSiteUrls(file.modified), version: file.sequence }
    case 'subject':
      return { urls: [...listSubjectUrls(file)], version: file.sequence }
    case 'entries':
      return { urls: listEntryUrls(section, number), version: file.version }
    default:
      return undefined
  }
}

const listSiteUrls = (modified: string | undefined): SitemapUrl[] => [
  { path: homePath, modified },
  { path: subjectsPath, modified },
  { path: aboutPath },
]

/** The pages of a subject's lists. The first page changes with the newest question; for the others no day is known. */
function* listSubjectUrls({
  slug: subject,
  pages,
  modified,
  topics,
}: SitemapFile & { kind: 'subject' }): Generator<SitemapUrl> {
  yield { path: toSubjectPath(subject), modified }
  for (let page = 2; page <= pages; page += 1) yield { path: toSubjectPath(subject, 'newest', page) }
  for (let page = 1; page <= pages; page += 1) yield { path: toSubjectPath(subject, 'a-z', page) }
  for (const topic of topics) {
    for (let page = 1; page <= topic.pages; page += 1) yield { path: toTopicPath(subject, topic.slug, page) }
  }
}

/** Reads entries in batches, each from the library's current state, so that a slow client holds no snapshot open. */
async function* listEntryUrls(section: string, number: number): AsyncGenerator<SitemapUrl> {
  let last: SitemapEntry | undefined
  do {
    const entries = await getLibrary().listSitemapEntries(section, number, last)
    for (const entry of entries) yield* toUrls(section, entry)
    last = entries.at(-1)
  } while (last)
}

function* toUrls(section: string, { slug, addresses, modified }: SitemapEntry): Generator<SitemapUrl> {
  if (section !== authorsSection) yield { path: toQuestionPath(section, slug), modified }
  else {
    yield { path: toAuthorPath(slug), modified }
    for (let page = 2; page <= addresses; page += 1) yield { path: toAuthorPath(slug, page) }
  }
}
