import type { Heading } from '@/lib/answer/headings'

/** An answer with fewer headings is read from top to bottom without a map. */
const fewestHeadings = 3

/** Folded on a phone; beside the answer, and always open, where the screen is wide (app/styles/question.css). */
export function TableOfContents({ headings }: { headings: Heading[] }) {
  if (headings.length < fewestHeadings) return null
  return (
    <table-of-contents>
      <details className="toc fold">
        <summary>In this answer</summary>
        <nav aria-label="In this answer">
          <ol>
            {headings.map(({ id, depth, html }) => (
              <li key={id} style={depth > 2 ? { marginInlineStart: `${(depth - 2) * 0.75}rem` } : undefined}>
                {/* biome-ignore lint/security/noDangerouslySetInnerHtml: headings come from the sanitised answer */}
                <a href={`#${id}`} dangerouslySetInnerHTML={{ __html: html }} />
              </li>
            ))}
          </ol>
        </nav>
      </details>
    </table-of-contents>
  )
}
