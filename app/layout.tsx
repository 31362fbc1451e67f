import type { ReactNode } from 'react'
import { SiteDocument } from '@/components/layout/site-document'
import { site } from '@/lib/core/site'
import './globals.css'

export { viewport } from '@/lib/site/seo/viewport'

// With a million questions, each page is rendered when first requested, and cached by lib/server.
export const dynamic = 'force-dynamic'

export default function RootLayout({ children }: { children: ReactNode }) {
  return <SiteDocument site={site}>{children}</SiteDocument>
}
