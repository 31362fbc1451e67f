import { toMarkdown } from '@/lib/answer/to-markdown'
import { toQuestionPath } from '@/lib/core/routes'
import { toHeading } from '@/lib/core/shown-fields'
import { toAbsoluteUrl } from '@/lib/core/site'
import type { Question } from '@/lib/core/types'

/** A question as a Markdown file: the content of its page, for programs that read text. */
export function toQuestionMarkdown(question: Question): string {
  const { details } = question
  // JSON strings are valid YAML, and solve quoting.
  const fields = Object.entries({
    title: question.title,
    url: toAbsoluteUrl(toQuestionPath(question.canonical.subject, question.canonical.slug)),
    subject: question.subjectTitle,
    author: question.authorName,
    date: question.date,
    updated: details.updated,
  })
  const head = fields.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${JSON.stringify(value)}`]))
  const heading = toHeading(question)
  const asked = details.question !== undefined && details.question !== heading ? [details.question] : []
  const sources = (details.sources ?? []).map((source) => `- ${source}`).join('\n')
  const parts = [
    `# ${details.markedHeading ?? heading}`,
    ...asked,
    toMarkdown(question.answer),
    ...(sources ? [`## Sources\n\n${sources}`] : []),
  ]
  return `---\n${head.join('\n')}\n---\n\n${parts.join('\n\n')}\n`
}
