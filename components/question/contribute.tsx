import type { ContributionLinks } from '@/lib/contribution'

const link = 'inline-block py-1 underline decoration-line underline-offset-4 hover:decoration-accent'

/** For readers who know better; nothing where the site has no repository to lead to. */
export function Contribute({ links }: { links: ContributionLinks | undefined }) {
  if (!links) return null
  return (
    <p className="mt-8 flex flex-wrap gap-x-6 text-sm text-soft">
      <a href={links.edit} rel="nofollow" className={link}>
        Edit this page
      </a>
      <a href={links.report} rel="nofollow" className={link}>
        Report a mistake
      </a>
    </p>
  )
}
