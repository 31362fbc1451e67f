import { longestQuery } from '@/lib/core/search-limits'
import { searchPath } from '@/lib/core/search-paths'

type SearchFieldProps = { large?: boolean; text?: string; subject?: string | undefined }

// A field's font is never smaller than `text-base`, or phones would zoom in.
const looks = {
  header: {
    search: 'max-sm:order-1 max-sm:basis-full max-sm:pb-1.5 sm:ms-4 sm:max-w-96 sm:basis-32 grow superseded:hidden',
    input: 'min-h-11 rounded-xl px-3.5 text-base',
  },
  large: {
    search: 'mt-5 max-w-reading',
    input: 'min-h-14 rounded-2xl ps-4.5 pe-15 text-base sm:text-xl',
  },
}

/**
 * A form that works without JavaScript; its element shows results as the visitor types. Every header has one, which is
 * hidden on pages that begin with a `large` one. That one can be filled with `text` and limited to a `subject`.
 */
export function SearchField({ large = false, text, subject }: SearchFieldProps) {
  const look = large ? looks.large : looks.header
  return (
    <search-field>
      <search className={look.search}>
        <form action={searchPath} className="relative">
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
              className={`w-full border border-edge bg-card text-ink placeholder:text-soft focus-visible:border-accent ${look.input}`}
            />
          </label>
          {subject && <input type="hidden" name="subject" value={subject} />}
          {large && <SubmitButton />}
        </form>
      </search>
    </search-field>
  )
}

function SubmitButton() {
  return (
    <button
      type="submit"
      className="absolute inset-y-1.5 right-1.5 grid w-11 cursor-pointer place-items-center rounded-xl border border-accent bg-accent text-paper"
    >
      <span className="sr-only">Search</span>
      <svg
        viewBox="0 0 24 24"
        width="24"
        height="24"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.25"
        strokeLinecap="round"
      >
        <circle cx="10.5" cy="10.5" r="6.5" />
        <path d="m15.5 15.5 5 5" />
      </svg>
    </button>
  )
}
