import { searchPath } from '@/lib/routes'
import { longestQuery } from '@/lib/search/limits'

/** The search of every header: a form that works by itself; lib/browser shows results in it while somebody types. */
export function SearchField() {
  return (
    <search className="search-field">
      <form action={searchPath}>
        <label>
          <span className="sr-only">Search questions</span>
          <input
            type="search"
            name="q"
            placeholder="Search"
            maxLength={longestQuery}
            autoComplete="off"
            aria-keyshortcuts="/ Control+K Meta+K"
          />
        </label>
      </form>
    </search>
  )
}
