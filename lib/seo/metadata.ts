import type { Metadata } from 'next'
import { site, toAbsoluteUrl } from '@/lib/site'

export type PageDescription = {
  title: string
  description: string
  /** The page's own address. */
  path: string
  /** The address that owns its content; itself unless told otherwise. */
  canonicalPath?: string
  /** false keeps the page out of search engines; its links are still followed. */
  index?: boolean
  type?: 'website' | 'article' | 'profile'
}

/** https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag */
const indexable = 'index, follow, max-image-preview:large, max-snippet:-1'

/**
 * Everything the `<head>` of a page needs. Next merges metadata one level deep only, so each page takes its whole set
 * from here and none adds to it.
 */
export function toMetadata(page: PageDescription): Metadata {
  const url = toAbsoluteUrl(page.canonicalPath ?? page.path)
  return {
    title: page.path === '/' ? page.title : `${page.title} | ${site.name}`,
    description: page.description,
    alternates: { canonical: url },
    robots: page.index === false ? 'noindex, follow' : indexable,
    openGraph: {
      title: page.title,
      description: page.description,
      url,
      type: page.type ?? 'website',
      siteName: site.name,
      locale: 'en_US',
    },
    twitter: { card: 'summary_large_image', title: page.title, description: page.description },
  }
}

/** The head of a page that is not there. */
export const notFoundMetadata: Metadata = {
  title: `Page not found | ${site.name}`,
  description: `There is no page at this address of ${site.name}.`,
  robots: 'noindex, follow',
}
