import type { ReactNode } from 'react'
import { SiteDocument } from '@/components/layout/site-document'
import { site } from '@/lib/site'
import './globals.css'

export { viewport } from '@/lib/seo/viewport'

export default function RootLayout({ children }: { children: ReactNode }) {
  return <SiteDocument site={site}>{children}</SiteDocument>
}
