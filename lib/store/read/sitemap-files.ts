import { siteSection } from '@/lib/core/sitemap-sections'
import { toTopicKey } from '@/lib/core/topics'
import type { SitemapFile, SitemapFileSummary } from '@/lib/library/pages'
import type { Queries } from './queries'

/** The number of the file with a subject's own pages; the files after it have its questions. */
const ownPages = 0

/** Every file of the sitemap, with the newest day in it. One look-up per subject. */
export function readSitemapFiles(queries: Queries): SitemapFileSummary[] {
  const subjects = queries.listSubjects().map(({ slug }) => ({
    section: slug,
    number: ownPages,
    modified: queries.getNewestDate('newest', slug),
  }))
  const site = { section: siteSection, number: 1, modified: queries.getNewestDate('all', '') }
  return [site, ...subjects, ...queries.listSitemapFiles()]
}

/** The content of one file of the sitemap; undefined if there is no such file. */
export function readSitemapFile(
  queries: Queries,
  section: string,
  number: number,
  sequence: number,
): SitemapFile | undefined {
  if (section === siteSection) {
    return number === 1 ? { kind: 'site', modified: queries.getNewestDate('all', ''), sequence } : undefined
  }
  if (number === ownPages) {
    if (!queries.getSubject(section)?.questions) return undefined
    const topics = queries.listTopics(section).map(({ slug }) => ({
      slug,
      pages: queries.countPages('topic', toTopicKey(section, slug)),
    }))
    const pages = queries.countPages('newest', section)
    return {
      kind: 'subject',
      slug: section,
      pages,
      modified: queries.getNewestDate('newest', section),
      topics,
      sequence,
    }
  }
  const file = queries.getSitemapFile(section, number)
  return file && { kind: 'entries', version: file.version }
}
