import { searchPath } from '@/lib/routes'
import { longestQuery } from '@/lib/search/query'

/** The search of every header: a form that works by itself. */
export function SearchField() {
  return (
    <search className="search-field">
      <form action={searchPath}>
        <label>
          <span className="sr-only">Search questions</span>
          <input type="search" name="q" placeholder="Search" maxLength={longestQuery} autoComplete="off" />
        </label>
      </form>
    </search>
  )
}
