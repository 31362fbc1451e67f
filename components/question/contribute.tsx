import type { ContributionLinks } from '@/lib/site/contribution'

/** For readers who know better; nothing where the site has no repository to lead to. */
export function Contribute({ links }: { links: ContributionLinks | undefined }) {
  if (!links) return null
  return (
    <>
      <a href={links.edit} rel="nofollow">
        Edit this page
      </a>
      <a href={links.report} rel="nofollow">
        Report a mistake
      </a>
    </>
  )
}
