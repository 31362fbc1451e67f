import { Fragment } from 'react'
import { Tile } from '@/components/subject/tile'
import type { Crumb } from '@/lib/site/seo/trail'

type BreadcrumbsProps = {
  crumbs: Crumb[]
  /** The page itself, but for a question: its title is long, and stands right below. */
  current?: string
  /** The last crumb is a subject and wears its sign and colour, which `--hue` gives. */
  signed?: boolean
}

/** The way from the home page to this one. */
export function Breadcrumbs({ crumbs, current, signed = false }: BreadcrumbsProps) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="crumbs">
        {crumbs.map(({ name, path }, index) => (
          <Fragment key={path}>
            {index > 0 && <li aria-hidden="true">/</li>}
            <li>
              {signed && index === crumbs.length - 1 ? (
                <a href={path} className="subject-name">
                  <Tile title={name} />
                  {name}
                </a>
              ) : (
                <a href={path}>{name}</a>
              )}
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
