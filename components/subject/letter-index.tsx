import { toSubjectPath } from '@/lib/core/routes'

type LetterIndexProps = { subject: string; letters: { letter: string; page: number }[] }

const list =
  '-mx-1.5 flex flex-wrap gap-0.5 links:grid links:min-h-9 links:min-w-9 links:place-items-center links:rounded-lg links:font-semibold links:text-accent links:hover:bg-mark links:hover:underline'

/** The initial letters of a subject's titles, each a link to its first title. */
export function LetterIndex({ subject, letters }: LetterIndexProps) {
  if (letters.length < 2) return null
  return (
    <nav aria-label="Letters">
      <ul className={list}>
        {letters.map(({ letter, page }) => (
          <li key={letter}>
            <a href={`${toSubjectPath(subject, 'a-z', page)}#${letter}`}>{letter.toUpperCase()}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
