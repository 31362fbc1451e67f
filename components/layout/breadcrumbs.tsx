import Link from 'next/link'
import { Fragment } from 'react'

export type Crumb = { name: string; path: string }

/** The way from the home page to this one; `current` names the page itself where no heading right below does. */
export function Breadcrumbs({ crumbs, current }: { crumbs: Crumb[]; current?: string }) {
  return (
    <nav aria-label="Breadcrumb" className="site-frame text-sm text-soft">
      <ol className="flex flex-wrap items-center gap-x-1.5">
        {crumbs.map(({ name, path }, index) => (
          <Fragment key={path}>
            {index > 0 && <li aria-hidden="true">›</li>}
            <li>
              <Link
                href={path}
                prefetch={false}
                className="inline-block py-1.5 underline-offset-4 hover:text-ink hover:underline"
              >
                {name}
              </Link>
            </li>
          </Fragment>
        ))}
        {current && (
          <>
            <li aria-hidden="true">›</li>
            <li aria-current="page" className="py-1.5">
              {current}
            </li>
          </>
        )}
      </ol>
    </nav>
  )
}
