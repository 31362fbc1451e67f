import { sitemapPath } from '@/lib/core/routes'
import { toAbsoluteUrl } from '@/lib/core/site'

/** Crawlers that gather text for language models, or fetch it for their users. */
const aiCrawlers = [
  'GPTBot',
  'OAI-SearchBot',
  'ChatGPT-User',
  'ClaudeBot',
  'PerplexityBot',
  'Google-Extended',
  'Applebot-Extended',
  'CCBot',
]

/**
 * The site's robots.txt. It does not list pages that must stay out of search engines: crawlers see their `noindex` only if
 * they may fetch them. https://www.rfc-editor.org/rfc/rfc9309
 */
export function toRobots(setting: 'allow' | 'deny'): string {
  const groups = [`User-agent: *\nDisallow: /api/`]
  if (setting === 'deny') groups.push(`${aiCrawlers.map((name) => `User-agent: ${name}`).join('\n')}\nDisallow: /`)
  return `${groups.join('\n\n')}\n\nSitemap: ${toAbsoluteUrl(sitemapPath)}\n`
}
