import { Lead } from '@/components/layout/lead'
import { PageBody } from '@/components/layout/page-body'
import { homePath } from '@/lib/core/routes'
import { unavailableMetadata } from '@/lib/site/seo/metadata'

export const metadata = unavailableMetadata

/**
 * What is shown instead of a page that could not be rendered, with the status 500, or that cannot be read now, with 503. It
 * asks nothing of the library.
 */
export default function UnavailablePage() {
  return (
    <PageBody>
      <h1 className="mt-5">This page could not be shown</h1>
      <Lead>Something went wrong on our side. Please try again in a moment.</Lead>
      <p className="mt-6 flex flex-wrap gap-3">
        {/* biome-ignore lint/a11y/useValidAnchor: an empty address is the one that the visitor asked for */}
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
