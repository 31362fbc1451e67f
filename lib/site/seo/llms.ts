import { toCount } from '@/lib/core/counted-noun'
import { sitemapPath, toFeedPath, toSubjectPath } from '@/lib/core/routes'
import { site, toAbsoluteUrl } from '@/lib/core/site'
import type { Subject } from '@/lib/core/types'

/** The site in a few lines, for language models. https://llmstxt.org */
export function toLlmsText(subjects: readonly Subject[]): string {
  const lines = subjects.map(({ slug, title, questions }) => {
    const url = toAbsoluteUrl(toSubjectPath(slug))
    return `- [${title}](${url}): ${toCount(questions, 'question')}`
  })
  return `# ${site.name}

> ${site.description}

Every question has its own address. Append “.md” to get the question and its answer as Markdown.
All addresses are in the [sitemap](${toAbsoluteUrl(sitemapPath)}), the newest questions in the [feed](${toAbsoluteUrl(toFeedPath())}).

## Subjects

${lines.join('\n')}
`
}
