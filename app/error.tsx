'use client'

import { PageBody } from '@/components/layout/page-body'

export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <PageBody>
      <h1 className="mt-6 font-serif text-3xl font-bold sm:text-4xl">This page could not be shown</h1>
      <p className="mt-3 max-w-reading text-lg leading-relaxed text-soft">
        Something went wrong on our side. Try again in a moment; the rest of the library is still here.
      </p>
      <p className="mt-6 flex flex-wrap gap-3">
        <button
          type="button"
          onClick={reset}
          className="min-h-11 cursor-pointer rounded-lg bg-accent px-5 font-semibold text-paper"
        >
          Try again
        </button>
        <a href="/" className="flex min-h-11 items-center rounded-lg border border-line px-5">
          Home
        </a>
      </p>
    </PageBody>
  )
}
