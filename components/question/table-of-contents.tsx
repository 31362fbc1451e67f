import type { Heading } from '@/lib/answer/headings'

/** An answer with fewer headings is read from top to bottom without a map. */
const fewestHeadings = 3

export function TableOfContents({ headings }: { headings: Heading[] }) {
  if (headings.length < fewestHeadings) return null
  return (
    <details className="mt-6 rounded-lg border border-line bg-card" open>
      <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-semibold">In this answer</summary>
      <nav aria-label="In this answer" className="px-4 pb-3">
        <ol>
          {headings.map(({ id, depth, html }) => (
            <li key={id} style={{ marginInlineStart: `${depth - 2}rem` }}>
              <a
                href={`#${id}`}
                className="block py-1.5 leading-snug text-soft underline-offset-4 hover:text-ink hover:underline"
                // biome-ignore lint/security/noDangerouslySetInnerHtml: headings come from the sanitised answer
                dangerouslySetInnerHTML={{ __html: html }}
              />
            </li>
          ))}
        </ol>
      </nav>
    </details>
  )
}
