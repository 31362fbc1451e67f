/** Who checked an answer and where it can be verified; nothing where the author says neither. */
export function Sources({
  reviewedBy,
  sources = [],
}: {
  reviewedBy: string | undefined
  sources: string[] | undefined
}) {
  if (!reviewedBy && sources.length === 0) return null
  return (
    <section aria-labelledby="page-sources" className="mt-10 border-t border-line pt-4 text-[0.9375rem] text-soft">
      <h2 id="page-sources" className="font-semibold text-ink">
        {sources.length > 0 ? 'Sources' : 'Review'}
      </h2>
      {sources.length > 0 && (
        <ul className="mt-1 list-disc pl-5">
          {sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      )}
      {reviewedBy && <p className="mt-2">Reviewed by {reviewedBy}</p>}
    </section>
  )
}
