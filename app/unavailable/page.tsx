import { Lead } from '@/components/layout/lead'
import { PageBody } from '@/components/layout/page-body'
import { homePath } from '@/lib/core/routes'
import { unavailableMetadata } from '@/lib/site/seo/metadata'

export const metadata = unavailableMetadata

/**
 * Shown instead of a page that could not be rendered, with status 500, or while the library cannot be read, with 503. It
 * reads nothing from the library.
 */
export default function UnavailablePage() {
  return (
    <PageBody>
      <h1 className="mt-5">This page could not be shown</h1>
      <Lead>Something went wrong on our side. Please try again in a moment.</Lead>
      <p className="mt-6 flex flex-wrap gap-3">
        {/* biome-ignore lint/a11y/useValidAnchor: an empty href is the address that the visitor requested */}
        <a href="" className="button border-accent bg-accent font-semibold text-paper hover:text-paper hover:underline">
          Try again
        </a>
        <a href={homePath} className="button">
          Home
        </a>
      </p>
    </PageBody>
  )
}
