import { TextLink } from '@/components/layout/text-link'

const address = /^https?:\/\/\S+$/i

/** Who checked an answer and where it can be verified, with links; nothing where the author says neither. */
export function Sources({
  reviewedBy,
  sources = [],
}: {
  reviewedBy: string | undefined
  sources: string[] | undefined
}) {
  if (!reviewedBy && sources.length === 0) return null
  return (
    <section aria-labelledby="page-sources" className="mt-10 border-line border-t pt-4 text-md text-soft print:hidden">
      <h2 id="page-sources" className="text-base text-ink">
        {sources.length > 0 ? 'Sources' : 'Review'}
      </h2>
      {sources.length > 0 && (
        <ul className="mt-1.5 list-disc ps-5">
          {sources.map((source) => (
            <li key={source}>
              {address.test(source) ? (
                <TextLink href={source} rel="nofollow noopener">
                  {source}
                </TextLink>
              ) : (
                source
              )}
            </li>
          ))}
        </ul>
      )}
      {reviewedBy && <p className="mt-2">Reviewed by {reviewedBy}</p>}
    </section>
  )
}
