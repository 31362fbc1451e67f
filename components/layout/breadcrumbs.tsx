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

const link = 'py-1.5 underline-offset-normal hover:text-accent hover:underline'

/** The way from the home page to this one. */
export function Breadcrumbs({ crumbs, current, signed = false }: BreadcrumbsProps) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap items-center gap-x-2 text-sm text-soft print:hidden">
        {crumbs.map(({ name, path }, index) => (
          <Fragment key={path}>
            {index > 0 && <li aria-hidden="true">/</li>}
            <li>
              {signed && index === crumbs.length - 1 ? (
                <a
                  href={path}
                  className={`flex items-center gap-2 font-semibold text-subject-text leading-snug ${link}`}
                >
                  <Tile title={name} size="small" />
                  {name}
                </a>
              ) : (
                <a href={path} className={`inline-block ${link}`}>
                  {name}
                </a>
              )}
            </li>
          </Fragment>
        ))}
        {current && (
          <>
            <li aria-hidden="true">/</li>
            <li aria-current="page" className="py-1.5">
              {current}
            </li>
          </>
        )}
      </ol>
    </nav>
  )
}
