import { toSubjectPath } from '@/lib/routes'

type LetterIndexProps = { subject: string; letters: { letter: string; page: number }[] }

/** The letters that a subject's titles begin with, each a link to the first of them. */
export function LetterIndex({ subject, letters }: LetterIndexProps) {
  if (letters.length < 2) return null
  return (
    <nav aria-label="Letters">
      <ul className="-mx-1.5 flex flex-wrap gap-0.5">
        {letters.map(({ letter, page }) => (
          <li key={letter}>
            <a
              href={`${toSubjectPath(subject, 'a-z', page)}#${letter}`}
              className="grid min-h-9 min-w-9 place-items-center rounded-lg font-semibold text-accent hover:bg-mark hover:underline"
            >
              {letter.toUpperCase()}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
