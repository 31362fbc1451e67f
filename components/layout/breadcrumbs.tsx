import Link from 'next/link'
import { Fragment } from 'react'

export type Crumb = { name: string; path: string }

/** The way from the home page to this one; the page itself is not linked. */
export function Breadcrumbs({ crumbs, current }: { crumbs: Crumb[]; current: string }) {
  return (
    <nav aria-label="Breadcrumb" className="site-frame text-sm text-soft">
      <ol className="flex flex-wrap items-center gap-x-1.5">
        {crumbs.map(({ name, path }) => (
          <Fragment key={path}>
            <li>
              <Link href={path} prefetch={false} className="inline-block py-1.5 underline-offset-4 hover:text-ink hover:underline">
                {name}
              </Link>
            </li>
            <li aria-hidden="true">›</li>
          </Fragment>
        ))}
        <li aria-current="page" className="line-clamp-1 py-1.5 max-sm:hidden">
          {current}
        </li>
      </ol>
    </nav>
  )
}
