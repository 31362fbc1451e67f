import type { ReactNode } from 'react'

type QuestionRowsProps = { as?: 'ul' | 'ol'; inColumns?: boolean; children: ReactNode }

const rows =
  '*:border-line *:border-b *:py-4.5 *:text-soft *:leading-relaxed *:target:bg-linear-[90deg,var(--mark),transparent] [&_b]:subject-name'

const titles =
  'links:block links:w-fit links:max-w-full links:text-balance links:py-0.5 links:font-title links:text-ink links:text-xl links:leading-snug links:underline-offset-tight links:hover:text-accent links:hover:underline'

const columns = 'lg:grid lg:grid-cols-2 lg:gap-x-14'

/**
 * A list of questions: each row has an optional subject (`<b>`), then a link, then a text about it. A page has many rows, so
 * the list styles all of them, and the rows have no classes, which would be rendered and sent for each.
 */
export function QuestionRows({ as: List = 'ul', inColumns = false, children }: QuestionRowsProps) {
  return <List className={inColumns ? `${rows} ${titles} ${columns}` : `${rows} ${titles}`}>{children}</List>
}
