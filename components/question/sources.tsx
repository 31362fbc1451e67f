import { TextLink } from '@/components/layout/text-link'

const address = /^https?:\/\/\S+$/i

/** Where an answer can be verified, with links; nothing where its file does not say. */
export function Sources({ sources = [] }: { sources: string[] | undefined }) {
  if (sources.length === 0) return null
  return (
    <section
      aria-labelledby="page:sources"
      className="mt-10 border-line border-t pt-4 text-md text-soft testing:hidden print:hidden"
    >
      <h2 id="page:sources" className="text-base text-ink">
        Sources
      </h2>
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
    </section>
  )
}
