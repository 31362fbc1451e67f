'use client'

import { PageBody } from '@/components/layout/page-body'

export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <PageBody>
      <h1>This page could not be shown</h1>
      <p className="lead">
        Something went wrong on our side. Try again in a moment; the rest of the library is still here.
      </p>
      <p className="mt-6 flex flex-wrap gap-3">
        <button type="button" onClick={reset} className="button button-main">
          Try again
        </button>
        <a href="/" className="button">
          Home
        </a>
      </p>
    </PageBody>
  )
}
