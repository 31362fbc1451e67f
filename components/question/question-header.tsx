import { Lead } from '@/components/layout/lead'
import { TextLink } from '@/components/layout/text-link'
import { TestLink } from '@/components/practise/self-test'
import { formatDate } from '@/lib/core/dates'
import { defaultDateFormat, defaultPostOnText } from '@/lib/core/defaults'
import { toAuthorPath } from '@/lib/core/routes'
import { toHeading, toOrigin, toSummary, toUpdated } from '@/lib/core/shown-fields'
import type { Question } from '@/lib/core/types'

/** Words that a student reads in a minute; formulas and code slow them down. */
const wordsPerMinute = 200

/** A dot before each part; the first dot of a line is clipped. */
const dots = "*:before:inline-block *:before:w-4 *:before:-ms-4 *:before:text-center *:before:content-['·'_/_'']"

/** In letters: four lines on a phone, where longer headings get a smaller font. */
const longHeading = 70

const byline = `mt-2 flex sm:mt-3.5 flex-wrap items-baseline gap-x-4 overflow-x-clip text-soft -mb-1.5 pb-1.5 text-sm leading-loose print:hidden ${dots}`

type QuestionHeaderProps = {
  question: Question
  /** The heading as safe HTML, if it has more than plain text. */
  headingHtml: string | undefined
  words: number
}

export function QuestionHeader({ question, headingHtml, words }: QuestionHeaderProps) {
  const { date, author, authorName, details } = question
  const format = details.date_format ?? defaultDateFormat
  const heading = toHeading(question)
  const updated = toUpdated(question)
  const summary = toSummary(question)
  const origin = toOrigin(question)
  const size = heading.length > longHeading ? 'max-sm:text-[1.5rem]' : undefined
  return (
    <header>
      {headingHtml === undefined ? (
        <h1 className={size}>{heading}</h1>
      ) : (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: renderTitle escapes everything that authors write
        <h1 className={size} dangerouslySetInnerHTML={{ __html: headingHtml }} />
      )}
      {details.question && details.question !== heading && <Lead className="print:hidden">{details.question}</Lead>}
      <p className={byline}>
        <span>
          By{' '}
          <TextLink href={toAuthorPath(author)} rel="author" className="font-semibold text-ink">
            {authorName}
          </TextLink>
        </span>
        <span>
          {details.post_on_text ?? defaultPostOnText} <time dateTime={date}>{formatDate(date, format)}</time>
        </span>
        {updated && (
          <span>
            Updated on <time dateTime={updated}>{formatDate(updated, format)}</time>
          </span>
        )}
        <span className="max-sm:hidden">{Math.max(1, Math.round(words / wordsPerMinute))} min read</span>
        {origin && <span>{origin}</span>}
        {details.reviewed_by && <span>Reviewed by {details.reviewed_by}</span>}
        {details.asked_by_student && <span>Asked by a student</span>}
        <span>
          <TestLink />
        </span>
      </p>
      {/* On a phone the answer comes first. */}
      {summary && <Lead className="max-sm:hidden testing:hidden print:hidden">{summary}</Lead>}
    </header>
  )
}
