import { toSearchPath } from '@/lib/core/search-paths'

const quotes = /["“”„«»]/g
const quoted = /["“”„«»][^"“”„«»]+["“”„«»]/

export const hasQuotes = (text: string) => quoted.test(text)

/** A link that searches for the words of a query in any order and form. */
export function WithoutQuotes({ text, subject }: { text: string; subject?: string | undefined }) {
  return (
    <a
      href={toSearchPath(text.replace(quotes, ''), subject)}
      rel="nofollow"
      className="text-accent underline underline-offset-tight"
    >
      Search without quotes
    </a>
  )
}
