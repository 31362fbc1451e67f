import { Fragment } from 'react'
import { toCount } from '@/lib/core/counted-noun'
import type { SearchPage } from '@/lib/core/search-page'
import { toSearchPath } from '@/lib/core/search-paths'
import { hasQuotes, WithoutQuotes } from './without-quotes'

type SearchSummaryProps = Pick<
  SearchPage,
  'total' | 'capped' | 'page' | 'pages' | 'corrected' | 'corrections' | 'missing' | 'subject' | 'unknownSubject'
> & {
  text: string
  all: boolean
  /** A page of the same results. */
  toPath: (page: number) => string
}

/** How much was found, and for which words if they were corrected; `all` includes questions with some of the words. */
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
        {capped ? `The best ${total} questions` : total === 0 ? 'No questions found' : toCount(total, 'question')}
        {where}
        {all && ' with some of the words'}
        {page > 1 && page <= pages && `, page ${page} of ${pages}`}
      </p>
      {page > pages && total > 0 && (
        <p>
          {pages === 1 ? 'There is only one page' : `There are only ${pages} pages`}:{' '}
          <a href={toPath(pages)} rel="nofollow" className="text-accent underline underline-offset-tight">
            {pages === 1 ? 'see it' : 'see the last one'}
          </a>
          .
        </p>
      )}
      {missing.length > 0 && (
        <p>
          No question contains{' '}
          {missing.map((word, index) => (
            <Fragment key={word}>
              {index > 0 && (index === missing.length - 1 ? ' or ' : ', ')}
              <b>{word}</b>
            </Fragment>
          ))}
          . {total > 0 && hasQuotes(text) && <WithoutQuotes text={text} subject={subject?.slug} />}
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

/** The query as typed, with quotes around the words that would otherwise be corrected. */
function toQuoted(text: string, corrections: SearchPage['corrections']): string {
  const typed = new Set(corrections.map((correction) => correction.typed))
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => (typed.has(word.toLowerCase()) ? `"${word}"` : word))
}
