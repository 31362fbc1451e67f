import 'server-only'
import { homePath, parseSitemapName, toSubjectPath } from '@/lib/core/routes'
import { settings } from '@/lib/core/settings'
import type { QuestionKey } from '@/lib/core/types'
import { getLibrary } from '@/lib/library/current'
import type { SiteFile } from './send-file'
import { toFeed } from './seo/feed'
import { toLlmsText } from './seo/llms'
import { toQuestionMarkdown } from './seo/question-markdown'
import { toRobots } from './seo/robots'
import { toShortSitemap, toSitemap, toSitemapIndex } from './seo/sitemap'
import { getSitemap, listSitemaps } from './sitemaps'

const xml = 'application/xml; charset=utf-8'
const text = 'text/plain; charset=utf-8'

export async function getSitemapIndexFile(): Promise<SiteFile> {
  const { urls, version } = await listSitemaps()
  return { type: xml, version, body: toSitemapIndex(urls) }
}

/** One file of the sitemap; undefined if there is none of that name (`<section>-<number>`). */
export async function getSitemapFile(name: string): Promise<SiteFile | undefined> {
  const parsed = parseSitemapName(name)
  const sitemap = parsed && (await getSitemap(parsed.section, parsed.number))
  if (!sitemap) return undefined
  const { urls, version } = sitemap
  return { type: xml, version, body: Array.isArray(urls) ? toShortSitemap(urls) : toSitemap(urls) }
}

/** The feed of all subjects, or of one; undefined if that has no questions. */
export async function getFeedFile(slug?: string): Promise<SiteFile | undefined> {
  const feed = await getLibrary().readFeed(slug)
  if (!feed) return undefined
  const { subject, entries, sequence } = feed
  const path = subject ? toSubjectPath(subject.slug) : homePath
  return { type: 'application/atom+xml; charset=utf-8', version: sequence, body: toFeed({ subject, path, entries }) }
}

/** A question as Markdown, with `noindex`, so that search engines do not list it beside its page. */
export async function getMarkdownFile(key: QuestionKey): Promise<SiteFile | undefined> {
  const read = await getLibrary().readQuestionAlone(key)
  return (
    read && {
      type: 'text/markdown; charset=utf-8',
      version: read.sequence,
      body: toQuestionMarkdown(read.question),
      headers: { 'x-robots-tag': 'noindex' },
    }
  )
}

export function getRobotsFile(): SiteFile {
  return { type: text, version: startedAt, body: toRobots(settings.aiCrawlers) }
}

export function getIndexNowKeyFile(): SiteFile | undefined {
  const key = settings.indexNowKey
  return key === undefined ? undefined : { type: text, version: startedAt, body: key }
}

export async function getLlmsFile(): Promise<SiteFile> {
  const { subjects, sequence } = await getLibrary().readSubjects()
  return { type: text, version: sequence, body: toLlmsText(subjects) }
}

/** The version of files that depend only on settings, which are read once. */
const startedAt = Date.now()
