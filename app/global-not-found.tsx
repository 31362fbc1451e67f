import { NotFound } from '@/components/layout/not-found'
import { SiteDocument } from '@/components/layout/site-document'
import { site } from '@/lib/core/site'
import { listSubjects } from '@/lib/site/home-page'
import { notFoundMetadata } from '@/lib/site/seo/metadata'
import './globals.css'

export { viewport } from '@/lib/site/seo/viewport'

// Next adds `noindex` here by itself.
export const metadata = { ...notFoundMetadata, robots: null }

/** For every address without a route. Next would send a `not-found.tsx` with each page, its subjects included. */
export default async function GlobalNotFound() {
  return (
    <SiteDocument site={site}>
      <NotFound subjects={await listSubjects()} />
    </SiteDocument>
  )
}
