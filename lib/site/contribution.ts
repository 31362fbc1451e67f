import { toQuestionPath } from '@/lib/core/routes'
import { settings } from '@/lib/core/settings'
import { toAbsoluteUrl } from '@/lib/core/site'
import type { Question } from '@/lib/core/types'

/** Where readers edit a question, and where they report a mistake in it. */
export type ContributionLinks = { edit: string; report: string }

/**
 * The addresses in the repository, with the question's file and page filled in; undefined if REPOSITORY_URL is not
 * set. The form's fields are those of .github/ISSUE_TEMPLATE/mistake.yml
 * (https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-an-issue#creating-an-issue-from-a-url-query).
 */
export function toContributionLinks(question: Pick<Question, 'subject' | 'slug' | 'path' | 'title'>) {
  const { repositoryUrl, repositoryBranch } = settings
  if (!repositoryUrl) return undefined
  const file = `content/${question.path}`
  const filled = new URLSearchParams({
    template: 'mistake.yml',
    title: `Mistake in “${question.title}”`,
    address: toAbsoluteUrl(toQuestionPath(question.subject, question.slug)),
    file,
  })
  return {
    edit: `${repositoryUrl}/edit/${repositoryBranch}/${file}`,
    report: `${repositoryUrl}/issues/new?${filled}`,
  } satisfies ContributionLinks
}
