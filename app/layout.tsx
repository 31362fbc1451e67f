import type { Viewport } from 'next'
import type { ReactNode } from 'react'
import { SiteFooter } from '@/components/layout/site-footer'
import { SiteHeader } from '@/components/layout/site-header'
import { site } from '@/lib/site'
import './globals.css'

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf7f1' },
    { media: '(prefers-color-scheme: dark)', color: '#171613' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
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
      </body>
    </html>
  )
}
