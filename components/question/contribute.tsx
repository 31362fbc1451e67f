import { TextLink } from '@/components/layout/text-link'
import type { ContributionLinks } from '@/lib/site/contribution'

/** For readers who know better; nothing if the site has no repository to link to. */
export function Contribute({ links }: { links: ContributionLinks | undefined }) {
  if (!links) return null
  return (
    <>
      <TextLink href={links.edit} rel="nofollow">
        Edit this page
      </TextLink>
      <TextLink href={links.report} rel="nofollow">
        Report a mistake
      </TextLink>
    </>
  )
}
