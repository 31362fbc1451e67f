import { Fragment } from 'react'
import { toPageLinks } from '@/lib/pagination'

type PaginationProps = { page: number; pages: number; toPath: (page: number) => string; rel?: 'nofollow' }

/** Links to pages near and far; nothing where there is one page. */
export function Pagination({ page, pages, toPath, rel }: PaginationProps) {
  if (pages === 1) return null
  return (
    <nav aria-label="Pages" className="mt-8">
      <ol className="flex flex-wrap items-center gap-1.5">
        {toPageLinks(page, pages).map((link) => (
          <Fragment key={link.page}>
            {link.gapBefore && <li aria-hidden="true">…</li>}
            <li>
              <a
                href={toPath(link.page)}
                rel={rel}
                aria-label={`Page ${link.page}`}
                aria-current={link.page === page ? 'page' : undefined}
                className="flex min-h-11 min-w-11 items-center justify-center rounded-control border border-line px-2 tabular-nums hover:border-accent hover:text-accent current:chosen current:font-bold"
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
