import type { SearchPage } from '@/lib/core/search-page'
import { toSearchPath } from '@/lib/core/search-paths'

type SubjectFilterProps = Pick<SearchPage, 'everywhere' | 'subjects'> & {
  text: string
  more: boolean
  chosen: string | undefined
}

/** More would push the results off the screen of a phone. */
const maxShown = 8

/** The subjects with results, each with their number if it is known; one of them, or all, is chosen. */
export function SubjectFilter({ text, more, chosen, everywhere, subjects }: SubjectFilterProps) {
  if (subjects.length === 0 || (subjects.length === 1 && !chosen)) return null
  const shown = subjects.filter(({ slug }, index) => index < maxShown || slug === chosen)
  return (
    <nav aria-label="Filter by subject">
      <ul className="mt-3 flex flex-wrap gap-1.5">
        {[{ slug: undefined, title: 'All subjects', found: everywhere }, ...shown].map(({ slug, title, found }) => (
          <li key={title}>
            <a
              href={toSearchPath(text, slug, 1, more)}
              rel="nofollow"
              aria-current={slug === chosen ? 'true' : undefined}
              className="group inline-flex min-h-10 items-center gap-1.5 rounded-xl border border-line px-3 text-md hover:border-accent current:chosen"
            >
              {title}
              {found !== undefined && (
                <span className="text-xs tabular-nums not-group-current:text-soft"> {found}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
