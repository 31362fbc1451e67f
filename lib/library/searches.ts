import { slot } from './slot'

/** Who is charged for the searches of a request, and whether one was refused because too many were waiting. */
export type Searches = { charge: (ms: number) => void; refused: boolean }

/** Answers a request; `charge` is called after each search with the milliseconds that it took. */
export const chargeSearches = <Result>(charge: (ms: number) => void, answer: () => Result): Result =>
  slot.searches.run({ charge, refused: false }, answer)

/** Charges a search to the request that is being answered. For engines only, like the next function. */
export const noteSearch = (ms: number) => slot.searches.getStore()?.charge(ms)

export function noteRefusedSearch() {
  const searches = slot.searches.getStore()
  if (searches) searches.refused = true
}

/** Whether a search was refused for the request that is being answered. */
export const wasSearchRefused = () => slot.searches.getStore()?.refused ?? false

/** Charges work like a search: `ms`, or the time that it takes, even if it fails. */
export async function charged<Result>(work: () => Promise<Result>, ms?: number): Promise<Result> {
  const started = performance.now()
  try {
    return await work()
  } finally {
    noteSearch(ms ?? performance.now() - started)
  }
}
