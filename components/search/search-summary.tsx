import { Fragment } from 'react'
import { toCount } from '@/lib/core/counted-noun'
import type { SearchPage } from '@/lib/core/search-page'
import { toSearchPath } from '@/lib/core/search-paths'

type SearchSummaryProps = Pick<
  SearchPage,
  'total' | 'capped' | 'page' | 'pages' | 'corrected' | 'corrections' | 'missing' | 'subject' | 'unknownSubject'
> & {
  text: string
  all: boolean
  /** A page of the same results. */
  toPath: (page: number) => string
}

/** How much was found, and for what, where that is not what was typed; `all`: with what has some of the words. */
export function SearchSummary({
  text,
  all,
  toPath,
  total,
  capped,
  page,
  pages,
  corrected,
  corrections,
  missing,
  subject,
  unknownSubject,
}: SearchSummaryProps) {
  const where = subject ? ` in ${subject.title}` : ''
  return (
    <>
      <p role="status" className="mt-4 text-soft">
        {capped ? `The best ${total} questions` : total === 0 ? 'No question found' : toCount(total, 'question')}
        {where}
        {all && ' with some of the words'}
        {page > 1 && page <= pages && `, page ${page} of ${pages}`}
      </p>
      {page > pages && total > 0 && (
        <p>
          {pages === 1 ? 'All of them are on one page' : `There are ${pages} pages of them, and no page ${page}`}:{' '}
          <a href={toPath(pages)} rel="nofollow" className="text-accent underline underline-offset-tight">
            {pages === 1 ? 'see it' : 'see the last'}
          </a>
          .
        </p>
      )}
      {missing.length > 0 && (
        <p>
          Nothing here has{' '}
          {missing.map((word, index) => (
            <Fragment key={word}>
              {index > 0 && (index === missing.length - 1 ? ' or ' : ', ')}
              <b>{word}</b>
            </Fragment>
          ))}
          .
        </p>
      )}
      {unknownSubject !== undefined && (
        <p>
          No subject is called “{unknownSubject}”{total > 0 && ': these are from all subjects'}.
        </p>
      )}
      {corrected !== undefined && (
        <p>
          Searched for <b>{corrected}</b>. Search instead for{' '}
          <a
            href={toSearchPath(toQuoted(text, corrections), subject?.slug)}
            rel="nofollow"
            className="text-accent underline underline-offset-tight"
          >
            {text}
          </a>
        </p>
      )}
    </>
  )
}

/** The query as it was typed, with the words in quotes that would be corrected otherwise. */
function toQuoted(text: string, corrections: SearchPage['corrections']): string {
  const typed = new Set(corrections.map((correction) => correction.typed))
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => (typed.has(word.toLowerCase()) ? `"${word}"` : word))
}
