import { defaultAuthor } from '@/lib/core/defaults'
import { toSlug } from '@/lib/core/names'
import { toAuthorPath } from '@/lib/core/routes'
import { site, toAbsoluteUrl } from '@/lib/core/site'

/** Who publishes the site. */
export const publisher = {
  '@type': 'Organization',
  name: site.name,
  url: toAbsoluteUrl('/'),
  logo: toAbsoluteUrl('/icon.svg'),
} as const

const team = toSlug(defaultAuthor)

/** An author with the address of their page: the editors of the site are a team, everybody else is a person. */
export const toAuthor = (slug: string, name: string) => ({
  '@type': slug === team ? ('Organization' as const) : ('Person' as const),
  name,
  url: toAbsoluteUrl(toAuthorPath(slug)),
})
