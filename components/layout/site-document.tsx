import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'

// Only in development: the production build does not contain it.
const ContentNews =
  process.env.NODE_ENV === 'development' ? dynamic(() => import('@/components/dev/content-news')) : undefined

type SiteDocumentProps = { site: { name: string; tagline: string; language: string }; children: ReactNode }

/** The document that every page stands in. */
export function SiteDocument({ site, children }: SiteDocumentProps) {
  return (
    <html lang={site.language}>
      <body className="flex min-h-dvh flex-col font-sans text-base antialiased">
        <a
          href="#content"
          className="absolute left-2 top-2 z-10 -translate-y-20 rounded bg-accent px-4 py-2 text-paper focus:translate-y-0"
        >
          Skip to content
        </a>
        <SiteHeader siteName={site.name} />
        <main id="content" className="grow">
          {children}
        </main>
        <SiteFooter siteName={site.name} tagline={site.tagline} />
        {ContentNews && <ContentNews />}
      </body>
    </html>
  )
}
