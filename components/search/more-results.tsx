import { TextLink } from '@/components/layout/text-link'
import type { SearchPage } from '@/lib/core/search-page'

type MoreResultsProps = Pick<SearchPage, 'more'> & { path: string }

/** Below the last result: links to questions that have some of the words, but too few to be results. */
export function MoreResults({ more, path }: MoreResultsProps) {
  return (
    <p className="mt-6">
      <TextLink href={path} rel="nofollow">
        {more} more that {more === 1 ? 'has' : 'have'} some of the words
      </TextLink>
    </p>
  )
}
