import { toSearchPath } from '@/lib/core/routes'
import type { Subject } from '@/lib/core/types'

type SubjectFilterProps = {
  text: string
  chosen: string | undefined
  subjects: readonly (Subject & { found: number })[]
}

/** More would push the results off a phone's screen. */
const mostShown = 8

/** The subjects in which something was found, each with how much; one of them, or all, is chosen. */
export function SubjectFilter({ text, chosen, subjects }: SubjectFilterProps) {
  if (subjects.length === 0 || (subjects.length === 1 && !chosen)) return null
  const shown = subjects.filter(({ slug }, index) => index < mostShown || slug === chosen)
  const all = subjects.reduce((sum, { found }) => sum + found, 0)
  return (
    <nav aria-label="Subjects of the results">
      <ul className="mt-3 flex flex-wrap gap-1.5">
        {[{ slug: undefined, title: 'All subjects', found: all }, ...shown].map(({ slug, title, found }) => (
          <li key={title}>
            <a
              href={toSearchPath(text, slug)}
              rel="nofollow"
              aria-current={slug === chosen ? 'true' : undefined}
              className="group inline-flex min-h-10 items-center gap-1.5 rounded-xl border border-line px-3 text-md hover:border-accent current:chosen"
            >
              {title} <span className="text-xs tabular-nums not-group-current:text-soft">{found}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
