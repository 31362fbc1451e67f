import { Fragment } from 'react'
import { SubjectBadge } from '@/components/subject/subject-badge'
import type { Crumb } from '@/lib/site/seo/breadcrumbs'

type BreadcrumbsProps = {
  crumbs: Crumb[]
  /** The page itself, except for a question, whose long title follows right below. */
  current?: string
  /** The badge of the subject that is the last crumb, which is then shown in its colour, from `--hue`. */
  badge?: string
}

const link = 'py-1.5 underline-offset-normal hover:text-accent hover:underline'

export function Breadcrumbs({ crumbs, current, badge }: BreadcrumbsProps) {
  // On a phone the header has the same links, and the answer begins higher up without these.
  const above = badge ? 'max-sm:hidden' : undefined
  return (
    <nav aria-label="Breadcrumb" className={badge ? 'max-sm:-mt-2' : undefined}>
      <ol className="flex flex-wrap items-center gap-x-2 text-sm text-soft print:hidden">
        {crumbs.map(({ name, path }, index) => (
          <Fragment key={path}>
            {index > 0 && (
              <li aria-hidden="true" className={above}>
                /
              </li>
            )}
            <li className={index < crumbs.length - 1 ? above : undefined}>
              {badge && index === crumbs.length - 1 ? (
                <a
                  href={path}
                  className={`flex items-center gap-2 font-semibold text-subject-text leading-snug ${link}`}
                >
                  <SubjectBadge badge={badge} size="small" />
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
