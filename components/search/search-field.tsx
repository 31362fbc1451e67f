import { searchPath } from '@/lib/routes'
import { longestQuery } from '@/lib/search/limits'

type SearchFieldProps = { large?: boolean; text?: string; subject?: string | undefined }

/**
 * A form that works by itself; its element shows results in it while somebody types. Every header has one, which gives
 * way to the `large` one of a page that begins with a search (app/styles/search.css). That one may hold `text`, and
 * keeps a `subject` chosen.
 */
export function SearchField({ large = false, text, subject }: SearchFieldProps) {
  return (
    <search-field>
      <search className={large ? 'search-field search-field-large' : 'search-field'}>
        <form action={searchPath}>
          <label>
            <span className="sr-only">Search questions</span>
            <input
              type="search"
              name="q"
              defaultValue={text}
              placeholder={large ? 'What would you like to know?' : 'Search'}
              maxLength={longestQuery}
              autoComplete="off"
              aria-keyshortcuts="/ Control+K Meta+K"
            />
          </label>
          {subject && <input type="hidden" name="subject" value={subject} />}
          {large && (
            <button type="submit">
              <span className="sr-only">Search</span>
              <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
                <circle cx="10.5" cy="10.5" r="6.5" />
                <path d="m15.5 15.5 5 5" />
              </svg>
            </button>
          )}
        </form>
      </search>
    </search-field>
  )
}
