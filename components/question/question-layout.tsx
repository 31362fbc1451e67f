import type { CSSProperties, ReactNode } from 'react'
import { toHue } from '@/components/subject/hue'

type QuestionLayoutProps = { subject: string; beside: ReactNode; children: ReactNode }

const page =
  'max-w-reading lg:grid lg:max-w-none lg:grid-cols-[minmax(0,41rem)_minmax(0,1fr)] lg:gap-x-14 xl:has-[.toc]:grid-cols-[minmax(0,54.5rem)_minmax(0,1fr)] print:block'

const article =
  'xl:has-[.toc]:grid xl:has-[.toc]:grid-cols-[11rem_minmax(0,41rem)] xl:has-[.toc]:content-start xl:has-[.toc]:gap-x-10 xl:has-[.toc]:*:not-[.toc]:col-start-2 print:has-[.toc]:block'

/**
 * A question with what stands `beside` it, one below the other where the screen is narrow. The article makes room in its
 * margin for a table of contents, if it has one, where the screen is wide.
 */
export function QuestionLayout({ subject, beside, children }: QuestionLayoutProps) {
  return (
    <div className={page} style={{ '--hue': toHue(subject) } as CSSProperties}>
      <article className={article}>{children}</article>
      {beside}
    </div>
  )
}
