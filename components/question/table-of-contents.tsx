import { Fold } from '@/components/layout/fold'
import type { OutlineEntry } from '@/lib/answer/outline'

/** An answer with fewer headings or points needs no table of contents. */
const minEntries = 3

// Sticky beside the answer: to its right, or in the left margin where there is room for both.
const beside =
  'lg:sticky lg:top-6 lg:col-start-2 lg:row-start-1 lg:row-end-9 lg:mt-1 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto lg:text-sm lg:unfolded xl:col-start-1'

const entries =
  'links:block links:overflow-clip links:py-1.5 links:text-soft links:leading-snug links:underline-offset-tight links:hover:text-ink links:hover:underline links:current:text-ink'

const rule =
  'lg:links:border-line lg:links:border-s-2 lg:links:ps-3 lg:links:current:border-lamp forced-colors:lg:links:current:border-[Highlight]'

/**
 * The headings of an answer, and its points if it has few headings. Collapsed on a phone; beside the answer, and always open,
 * on a wide screen.
 */
export function TableOfContents({ outline }: { outline: OutlineEntry[] }) {
  const headings = outline.filter(({ kind }) => kind === 'heading')
  const listed = headings.length < minEntries ? outline : headings
  if (listed.length < minEntries) return null
  return (
    <table-of-contents>
      <Fold title="In this answer" className={`mt-3 testing:hidden print:hidden ${beside}`}>
        <ol className={`${entries} ${rule}`}>
          {listed.map(({ id, depth, html }) => (
            <li key={id} style={depth > 2 ? { marginInlineStart: `${(depth - 2) * 0.75}rem` } : undefined}>
              {/* biome-ignore lint/security/noDangerouslySetInnerHtml: it comes from the sanitised answer */}
              <a href={`#${id}`} dangerouslySetInnerHTML={{ __html: html }} />
            </li>
          ))}
        </ol>
      </Fold>
    </table-of-contents>
  )
}
