import { NotFound } from '@/components/layout/not-found'
import { getLibrary } from '@/lib/content/queries'
import { notFoundMetadata } from '@/lib/seo/metadata'

// Next adds `noindex` here by itself.
export const metadata = { ...notFoundMetadata, robots: null }

export default function NotFoundPage() {
  return <NotFound subjects={getLibrary().listSubjects()} />
}
