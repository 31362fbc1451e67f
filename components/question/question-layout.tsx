import type { CSSProperties, ReactNode } from 'react'
import { toHue } from '@/components/subject/hue'

type QuestionLayoutProps = { subject: string; beside: ReactNode; children: ReactNode }

const page =
  'max-w-reading lg:grid lg:max-w-none lg:grid-cols-[minmax(0,41rem)_minmax(0,1fr)] lg:gap-x-14 xl:has-[table-of-contents]:grid-cols-[minmax(0,54.5rem)_minmax(0,1fr)] wide:block wide:max-w-none print:block print:max-w-none'

// Its contents replace what is beside it, which moves below, until there is room for both.
const article =
  'lg:has-[table-of-contents]:grid lg:has-[table-of-contents]:content-start lg:has-[table-of-contents]:grid-cols-subgrid lg:max-xl:has-[table-of-contents]:col-span-full lg:max-xl:has-[table-of-contents]:*:not-[table-of-contents]:col-start-1 xl:has-[table-of-contents]:grid-cols-[11rem_minmax(0,41rem)] xl:has-[table-of-contents]:gap-x-10 xl:has-[table-of-contents]:*:not-[table-of-contents]:col-start-2 wide:lg:max-xl:has-[table-of-contents]:grid-cols-[minmax(0,1fr)_13rem] wide:lg:has-[table-of-contents]:gap-x-10 wide:xl:has-[table-of-contents]:grid-cols-[11rem_minmax(0,1fr)] print:has-[table-of-contents]:block'

/**
 * A question with what is `beside` it, stacked on a narrow screen. On a wide one the article leaves room in its margin for its
 * table of contents, if it has one.
 */
export function QuestionLayout({ subject, beside, children }: QuestionLayoutProps) {
  return (
    <div className={page} style={{ '--hue': toHue(subject) } as CSSProperties}>
      <article className={article}>{children}</article>
      {beside}
    </div>
  )
}
