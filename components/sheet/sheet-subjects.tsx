import { toSheetPath } from '@/lib/core/routes'
import type { Subject } from '@/lib/core/types'

/** A link to a sheet for each subject. */
export function SheetSubjects({ subjects }: { subjects: Subject[] }) {
  return (
    <ul className="mt-4 columns-2xs gap-8 links:block links:py-1.5 links:hover:text-accent links:hover:underline">
      {subjects.map(({ slug, title }) => (
        <li key={slug}>
          <a href={toSheetPath({ subject: slug })} rel="nofollow">
            {title}
          </a>
        </li>
      ))}
    </ul>
  )
}
