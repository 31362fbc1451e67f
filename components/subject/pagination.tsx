import { Fragment } from 'react'
import { toPageLinks } from '@/lib/core/pagination'

type PaginationProps = { page: number; pages: number; toPath: (page: number) => string; rel?: 'nofollow' }

const links =
  'links:flex links:min-h-11 links:min-w-11 links:items-center links:justify-center links:rounded-control links:border links:border-line links:hover:border-accent links:hover:text-accent links:current:chosen links:current:font-bold'

/** Links to the previous and next page, and to others near and far; nothing if there is only one page. */
export function Pagination({ page, pages, toPath, rel }: PaginationProps) {
  if (pages === 1) return null
  const toRel = (direction: 'prev' | 'next') => [direction, rel].filter(Boolean).join(' ')
  return (
    <nav aria-label="Pages" className={`mt-8 ${links}`}>
      <div className="mb-3 flex justify-between links:px-4">
        {page > 1 && (
          <a href={toPath(page - 1)} rel={toRel('prev')}>
            <span aria-hidden="true">←&nbsp;</span>Previous
          </a>
        )}
        {page < pages && (
          <a href={toPath(page + 1)} rel={toRel('next')} className="ms-auto">
            Next<span aria-hidden="true">&nbsp;→</span>
          </a>
        )}
      </div>
      <ol className="flex flex-wrap items-center gap-1.5 links:px-2 links:tabular-nums">
        {toPageLinks(page, pages).map((link) => (
          <Fragment key={link.page}>
            {link.gapBefore && <li aria-hidden="true">…</li>}
            <li>
              <a
                href={toPath(link.page)}
                rel={rel}
                aria-label={`Page ${link.page}`}
                aria-current={link.page === page ? 'page' : undefined}
              >
                {link.page}
              </a>
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  )
}
