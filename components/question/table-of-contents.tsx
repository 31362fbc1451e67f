import { Fold } from '@/components/layout/fold'
import type { Heading } from '@/lib/answer/headings'

/** An answer with fewer headings is read from top to bottom without a map. */
const fewestHeadings = 3

// In the margin, where it stays while the answer passes.
const beside =
  'xl:sticky xl:top-6 xl:col-start-1 xl:row-start-1 xl:row-end-9 xl:mt-1 xl:max-h-[calc(100dvh-3rem)] xl:self-start xl:overflow-y-auto xl:text-sm xl:unfolded'

const entries =
  'links:block links:overflow-clip links:py-1.5 links:text-soft links:leading-snug links:underline-offset-tight links:hover:text-ink links:hover:underline links:current:text-ink'

const rule =
  'xl:links:border-line xl:links:border-s-2 xl:links:ps-3 xl:links:current:border-lamp forced-colors:xl:links:current:border-[Highlight]'

/** Folded on a phone; beside the answer, and always open, where the screen is wide. */
export function TableOfContents({ headings }: { headings: Heading[] }) {
  if (headings.length < fewestHeadings) return null
  return (
    <table-of-contents>
      <Fold title="In this answer" className={`mt-5 print:hidden ${beside}`}>
        <ol className={`${entries} ${rule}`}>
          {headings.map(({ id, depth, html }) => (
            <li key={id} style={depth > 2 ? { marginInlineStart: `${(depth - 2) * 0.75}rem` } : undefined}>
              {/* biome-ignore lint/security/noDangerouslySetInnerHtml: headings come from the sanitised answer */}
              <a href={`#${id}`} dangerouslySetInnerHTML={{ __html: html }} />
            </li>
          ))}
        </ol>
      </Fold>
    </table-of-contents>
  )
}
