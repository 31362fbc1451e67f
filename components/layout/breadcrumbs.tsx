import { Fragment } from 'react'
import type { Crumb } from '@/lib/seo/trail'

/** The way from the home page to this one; `current` names the page itself where no heading right below does. */
export function Breadcrumbs({ crumbs, current }: { crumbs: Crumb[]; current?: string }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="crumbs">
        {crumbs.map(({ name, path }, index) => (
          <Fragment key={path}>
            {index > 0 && <li aria-hidden="true">/</li>}
            <li>
              <a href={path}>{name}</a>
            </li>
          </Fragment>
        ))}
        {current && (
          <>
            <li aria-hidden="true">/</li>
            <li aria-current="page">{current}</li>
          </>
        )}
      </ol>
    </nav>
  )
}
