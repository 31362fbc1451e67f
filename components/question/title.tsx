import type { QuestionSummary } from '@/lib/core/types'

/** The title of a question within a line: its words, with code and emphasis set as such. */
export function Title({ title, titleHtml }: Pick<QuestionSummary, 'title' | 'titleHtml'>) {
  if (titleHtml === null) return title
  const html = titleHtml.replaceAll('<code>', '<code translate="no">')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped, but for its own tags, by lib/answer/title
  return <span dangerouslySetInnerHTML={{ __html: html }} />
}
