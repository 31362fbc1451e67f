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
    <section aria-labelledby="page-sources" className="sources">
      <h2 id="page-sources">{sources.length > 0 ? 'Sources' : 'Review'}</h2>
      {sources.length > 0 && (
        <ul>
          {sources.map((source) => (
            <li key={source}>
              {address.test(source) ? (
                <a href={source} rel="nofollow noopener">
                  {source}
                </a>
              ) : (
                source
              )}
            </li>
          ))}
        </ul>
      )}
      {reviewedBy && <p>Reviewed by {reviewedBy}</p>}
    </section>
  )
}
