import { toSubjectPath } from '@/lib/core/routes'

type LetterIndexProps = { subject: string; letters: { letter: string; page: number }[] }

/** The letters that a subject's titles begin with, each a link to the first of them. */
export function LetterIndex({ subject, letters }: LetterIndexProps) {
  if (letters.length < 2) return null
  return (
    <nav aria-label="Letters">
      <ul className="letters">
        {letters.map(({ letter, page }) => (
          <li key={letter}>
            <a href={`${toSubjectPath(subject, 'a-z', page)}#${letter}`}>{letter.toUpperCase()}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
