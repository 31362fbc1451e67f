import 'server-only'
import { homePath, parseSitemapName, toSubjectPath } from '@/lib/core/routes'
import { settings } from '@/lib/core/settings'
import type { QuestionKey } from '@/lib/core/types'
import { getLibrary } from '@/lib/library/queries'
import { toFeed } from '@/lib/site/seo/feed'
import { toLlmsText } from '@/lib/site/seo/llms'
import { toQuestionMarkdown } from '@/lib/site/seo/question-markdown'
import { toRobots } from '@/lib/site/seo/robots'
import { toSitemap, toSitemapIndex } from '@/lib/site/seo/sitemap'
import type { SiteFile } from './send-file'
import { getSitemap, listSitemaps } from './sitemaps'

const xml = 'application/xml; charset=utf-8'
const text = 'text/plain; charset=utf-8'

export function getSitemapIndexFile(): SiteFile {
  return { type: xml, version: getLibrary().getSequence(), body: toSitemapIndex(listSitemaps()) }
}

/** One file of the sitemap; undefined where there is none of that name (`<section>-<number>`). */
export function getSitemapFile(name: string): SiteFile | undefined {
  const parsed = parseSitemapName(name)
  const sitemap = parsed && getSitemap(parsed.section, parsed.number)
  if (!sitemap) return undefined
  const pieces = toSitemap(sitemap.urls)
  if (sitemap.version !== undefined) return { type: xml, version: sitemap.version, body: pieces }
  return { type: xml, version: getLibrary().getSequence(), body: [...pieces].join('') }
}

/** The feed of all subjects, or of one; undefined where that has no questions. */
export function getFeedFile(slug?: string): SiteFile | undefined {
  const library = getLibrary()
  const subject = slug === undefined ? undefined : library.getSubject(slug)
  if (slug !== undefined && !subject?.questions) return undefined
  const entries = library.listFeedEntries(slug)
  const path = subject ? toSubjectPath(subject.slug) : homePath
  return {
    type: 'application/atom+xml; charset=utf-8',
    version: library.getSequence(),
    body: toFeed({ subject, path, entries }),
  }
}

/** A question as Markdown, which search engines are not to show beside its page. */
export function getMarkdownFile(key: QuestionKey): SiteFile | undefined {
  const library = getLibrary()
  const question = library.getQuestion(key)
  return (
    question && {
      type: 'text/markdown; charset=utf-8',
      version: library.getSequence(),
      body: toQuestionMarkdown(question),
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

export function getLlmsFile(): SiteFile {
  const library = getLibrary()
  return { type: text, version: library.getSequence(), body: toLlmsText(library.listSubjects()) }
}

/** It depends on settings alone, which are read once. */
const startedAt = Date.now()
