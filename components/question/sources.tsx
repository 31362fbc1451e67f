const address = /^https?:\/\/\S+$/i

/** Where an answer can be verified, with links; nothing where its file does not say. */
export function Sources({ sources = [] }: { sources: string[] | undefined }) {
  if (sources.length === 0) return null
  return (
    <section aria-labelledby="page-sources" className="sources">
      <h2 id="page-sources">Sources</h2>
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
    </section>
  )
}
