'use client'

import { toCount } from '@/lib/core/counted-noun'
import { FindingList } from './finding-list'
import css from './preview.module.css'
import { SearchResult } from './search-result'
import { useElements } from './use-elements'
import { useNews } from './use-news'

/** In development, beside the page: findings in its file and in others, and how search engines show it. */
export default function Preview() {
  const { page, findings = [] } = useNews()
  useElements()
  const others = findings.filter(({ path }) => path !== page?.path)
  return (
    <aside aria-label="Preview" className={css.preview}>
      <details open>
        <summary>Preview</summary>
        <SearchResult />
        {page !== null && (
          <section aria-label="Findings in this file" aria-busy={!page?.compared}>
            <h2>{page?.path ?? 'Checking the file …'}</h2>
            {page && <FindingList findings={page.findings} />}
            {page && !page.compared && <p>Comparing it with the other questions …</p>}
            {page?.compared && page.findings.length === 0 && <p>No findings.</p>}
          </section>
        )}
        {page?.points && (
          <section aria-label="Points to recall">
            <h2>
              {page.points.length > 0 ? `${toCount(page.points.length, 'point')} to recall` : 'No points to recall'}
            </h2>
            <ol>
              {page.points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ol>
          </section>
        )}
        {others.length > 0 && (
          <section role="alert" aria-label="Mistakes in other files">
            <h2>{toCount(others.length, 'finding')} in other files</h2>
            <FindingList findings={others} named />
          </section>
        )}
      </details>
    </aside>
  )
}
