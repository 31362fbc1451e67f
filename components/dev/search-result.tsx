import { countCharacters, cutToFit, descriptionLength, titleWidth } from '@/lib/core/search-listing'
import css from './preview.module.css'
import { useHead } from './use-head'

/** How a search engine would show the page, or why it would not. */
export function SearchResult() {
  const head = useHead()
  if (!head) return null
  const title = cutToFit(head.title, (text) => measureTitle(text) <= titleWidth)
  const description = cutToFit(head.description, (text) => countCharacters(text) <= descriptionLength)
  const elsewhere = head.canonical !== '' && new URL(head.canonical).pathname !== location.pathname
  return (
    <section aria-label="Search result">
      <h2>In search results</h2>
      <div className={css.result}>
        <p className={css.breadcrumbs}>{head.breadcrumbs.join(' › ')}</p>
        <p className={css.title}>{title}</p>
        <p>{description}</p>
      </div>
      {title !== head.title && <p className={css.note}>The title is longer than {titleWidth} pixels and is cut.</p>}
      {description !== head.description && (
        <p className={css.note}>
          The description has {countCharacters(head.description)} characters; more than {descriptionLength} are cut.
        </p>
      )}
      {!head.indexed && <p className={css.note}>Not shown: this page is hidden from search engines.</p>}
      {elsewhere && <p className={css.note}>Shown instead: {head.canonical}</p>}
    </section>
  )
}

/** In pixels, in the font that Google uses for titles. */
function measureTitle(text: string): number {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return 0
  context.font = '20px Arial, sans-serif'
  return context.measureText(text).width
}
