import Link from 'next/link'
import { Fragment } from 'react'
import { toPageLinks } from '@/lib/pagination'

type PaginationProps = { page: number; pages: number; toPath: (page: number) => string }

/** Links to pages near and far; nothing where there is one page. */
export function Pagination({ page, pages, toPath }: PaginationProps) {
  if (pages === 1) return null
  return (
    <nav aria-label="Pages" className="mt-8">
      <ol className="flex flex-wrap items-center gap-1">
        {toPageLinks(page, pages).map((link) => (
          <Fragment key={link.page}>
            {link.gapBefore && (
              <li aria-hidden="true" className="px-1 text-soft">
                …
              </li>
            )}
            <li>
              <Link
                href={toPath(link.page)}
                prefetch={false}
                aria-label={`Page ${link.page}`}
                aria-current={link.page === page ? 'page' : undefined}
                className="flex min-h-11 min-w-11 items-center justify-center rounded-lg border border-line px-2 tabular-nums hover:border-accent aria-[current]:border-accent aria-[current]:bg-accent aria-[current]:font-bold aria-[current]:text-paper"
              >
                {link.page}
              </Link>
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  )
}
