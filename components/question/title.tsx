import type { QuestionSummary } from '@/lib/core/types'

/** The title of a question within a line, with code and emphasis marked up. */
export function Title({ title, titleHtml }: Pick<QuestionSummary, 'title' | 'titleHtml'>) {
  if (titleHtml === null) return title
  const html = titleHtml.replaceAll('<code>', '<code translate="no">')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: lib/answer/title escapes everything but its own tags
  return <span dangerouslySetInnerHTML={{ __html: html }} />
}
