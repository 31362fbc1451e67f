import type { SheetItem } from '@/lib/site/sheet-page'
import { SheetHeading } from './sheet-heading'

/** The answer key of a sheet, which starts on a new page when printed. */
export function SheetKey({ title, items }: { title: string; items: SheetItem[] }) {
  return (
    <section aria-labelledby="page:key" className="sheet-key">
      <h2 id="page:key">Key: {title}</h2>
      <ol className="sheet-list">
        {items.map((item) => (
          <li key={item.id}>
            <SheetHeading as="h3" heading={item.heading} headingHtml={item.headingHtml} />
            <KeyOf item={item} />
            <p className="print:hidden">
              <a href={item.path} className="text-md text-soft underline underline-offset-normal hover:text-accent">
                The whole page
              </a>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function KeyOf({ item: { points, answerHtml } }: { item: SheetItem }) {
  if (points.length > 0) {
    return (
      <ul className="sheet-points">
        {points.map((point) => (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: it comes from the sanitised answer
          <li key={point} dangerouslySetInnerHTML={{ __html: point }} />
        ))}
      </ul>
    )
  }
  if (answerHtml === undefined) return <p>This answer is too long for a sheet.</p>
  // biome-ignore lint/security/noDangerouslySetInnerHtml: renderPortable escapes or sanitises what authors write
  return <div className="answer prose" dangerouslySetInnerHTML={{ __html: answerHtml }} />
}
