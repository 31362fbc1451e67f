import { waysId } from '@/lib/core/routes'
import { maxWays } from '@/lib/core/search-limits'

type AskedInWaysProps = { url: string; ways: number }

/** Links a question in a list to its rewordings, which the list leaves out. */
export function AskedInWays({ url, ways }: AskedInWaysProps) {
  if (ways < 2) return null
  return (
    <p className="mt-1 text-sm">
      <a
        href={`${url}#${waysId}`}
        className="inline! py-1! font-normal! text-sm! text-soft! underline! decoration-edge hover:text-accent!"
      >
        {toWays(ways)}
      </a>
    </p>
  )
}

/** “Asked in 4 ways”. */
export const toWays = (ways: number) => `Asked in ${ways}${ways === maxWays ? ' or more' : ''} ways`
