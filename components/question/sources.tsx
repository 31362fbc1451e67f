const links = '[&_a]:py-1 [&_a]:underline [&_a]:decoration-edge [&_a]:underline-offset-normal [&_a]:hover:text-accent'

/** Where an answer can be verified, each source as safe HTML; nothing if its file has no sources. */
export function Sources({ sources }: { sources: readonly string[] }) {
  if (sources.length === 0) return null
  return (
    <section
      aria-labelledby="page:sources"
      className="mt-10 border-line border-t pt-4 text-md text-soft testing:hidden print:hidden"
    >
      <h2 id="page:sources" className="text-base text-ink">
        Sources
      </h2>
      <ul className={`mt-1.5 list-disc ps-5 ${links}`}>
        {sources.map((source) => (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: toSourceHtml escapes everything that authors write
          <li key={source} dangerouslySetInnerHTML={{ __html: source }} />
        ))}
      </ul>
    </section>
  )
}
