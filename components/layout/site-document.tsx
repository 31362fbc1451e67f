import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import { firstScript, firstScriptId } from '@/lib/core/design/first-script'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'
import { literata } from './typeface/typeface'

// Only in development: the production build does not contain it.
const Preview = process.env.NODE_ENV === 'development' ? dynamic(() => import('@/components/dev/preview')) : undefined

type SiteDocumentProps = { site: { name: string; tagline: string; language: string }; children: ReactNode }

/** The document around every page. React must ignore the attributes that the first script sets before hydration. */
export function SiteDocument({ site, children }: SiteDocumentProps) {
  return (
    <html lang={site.language} className={literata.variable} suppressHydrationWarning>
      {/* biome-ignore lint/style/noHeadElement: Next expects it in the layout */}
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant */}
        <script id={firstScriptId} dangerouslySetInnerHTML={{ __html: firstScript }} />
      </head>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#page:content"
          className="absolute top-2 left-2 z-10 rounded-lg bg-accent px-4 py-2.5 text-paper not-focus:-translate-y-20 print:hidden"
        >
          Skip to content
        </a>
        <SiteHeader siteName={site.name} />
        <main id="page:content" tabIndex={-1} className="grow focus:outline-none">
          {children}
        </main>
        <SiteFooter siteName={site.name} tagline={site.tagline} />
        {Preview && <Preview />}
      </body>
    </html>
  )
}
