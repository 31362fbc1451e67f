import { searchPath } from '@/lib/routes'
import { longestQuery } from '@/lib/search/limits'

/** The search of the results page, with what was searched for; `subject` stays chosen. */
export function SearchForm({ text, subject }: { text: string; subject: string | undefined }) {
  return (
    <form action={searchPath} className="search-form">
      <label>
        <span className="sr-only">Search for</span>
        <input
          type="search"
          name="q"
          defaultValue={text}
          maxLength={longestQuery}
          placeholder="A few words, or a whole question"
          autoComplete="off"
        />
      </label>
      {subject && <input type="hidden" name="subject" value={subject} />}
      <button type="submit" className="button">
        Search
      </button>
    </form>
  )
}
