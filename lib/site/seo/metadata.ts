import type { Metadata } from 'next'
import { imageSize } from '@/lib/core/design/picture'
import { siteImagePath, toFeedPath } from '@/lib/core/routes'
import { site, toAbsoluteUrl } from '@/lib/core/site'

/** A picture for links to the page; `text` is its alternative text. */
export type PageImage = { path: string; text: string }

export type PageDescription = {
  title: string
  /** The title in search results and on the browser's tab, if it must say more to be unique. */
  fullTitle?: string
  description: string
  /** The page's own address. */
  path: string
  /** The canonical address of its content; its own unless set. */
  canonicalPath?: string
  /** false keeps the page out of search engines; its links are still followed. */
  index?: boolean
  type?: 'website' | 'article' | 'profile'
  image?: PageImage
  /** The subject it belongs to, which has a feed of its own. */
  subject?: { slug: string; title: string }
  /** The address of the same content as Markdown. */
  markdownPath?: string
}

export const siteImage: PageImage = { path: siteImagePath, text: `${site.name}: ${site.tagline}` }

/** https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag */
const indexable = 'index, follow, max-image-preview:large, max-snippet:-1'

/**
 * Everything the `<head>` of a page needs. Next merges metadata only shallowly, so each page takes its whole set from here
 * and adds nothing to it.
 */
export function toMetadata(page: PageDescription): Metadata {
  const url = toAbsoluteUrl(page.canonicalPath ?? page.path)
  const { path, text } = page.image ?? siteImage
  const image = { url: toAbsoluteUrl(path), ...imageSize, type: 'image/png', alt: text }
  return {
    title: page.path === '/' ? page.title : `${page.fullTitle ?? page.title} | ${site.name}`,
    description: page.description,
    alternates: { canonical: url, types: toAlternates(page) },
    robots: page.index === false ? 'noindex, follow' : indexable,
    openGraph: {
      title: page.title,
      description: page.description,
      url,
      type: page.type ?? 'website',
      siteName: site.name,
      locale: 'en_US',
      images: [image],
    },
    twitter: { card: 'summary_large_image', title: page.title, description: page.description, images: [image.url] },
  }
}

/** Alternate representations: feeds of new questions, and the page as Markdown. */
function toAlternates({ subject, markdownPath }: PageDescription) {
  const feeds = [
    ...(subject ? [{ url: toAbsoluteUrl(toFeedPath(subject.slug)), title: `${subject.title} – ${site.name}` }] : []),
    { url: toAbsoluteUrl(toFeedPath()), title: site.name },
  ]
  return {
    'application/atom+xml': feeds,
    ...(markdownPath && { 'text/markdown': toAbsoluteUrl(markdownPath) }),
  }
}

/** The head of a removed page. */
export const goneMetadata: Metadata = {
  title: `No longer here | ${site.name}`,
  description: `The page at this address of ${site.name} was removed.`,
  robots: 'noindex, follow',
}

/** The head of the page that replaces one that could not be rendered. */
export const unavailableMetadata: Metadata = {
  title: `Something went wrong | ${site.name}`,
  description: `This page of ${site.name} could not be shown just now.`,
  robots: 'noindex, follow',
}

/** The head of a page that does not exist. */
export const notFoundMetadata: Metadata = {
  title: `Page not found | ${site.name}`,
  description: `There is no page at this address of ${site.name}.`,
  robots: 'noindex, follow',
}
