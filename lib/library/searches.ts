import { slot } from './slot'

/** Who pays for the searches of a request, and whether one was refused since too many waited. */
export type Searches = { charge: (ms: number) => void; refused: boolean }

/** Answers a request; `charge` is told of each search for it, as soon as that is done, how many milliseconds it took. */
export const chargeSearches = <Result>(charge: (ms: number) => void, answer: () => Result): Result =>
  slot.searches.run({ charge, refused: false }, answer)

/** Charges a search to the request that is being answered. For engines alone, as what follows. */
export const noteSearch = (ms: number) => slot.searches.getStore()?.charge(ms)

export function noteRefusedSearch() {
  const searches = slot.searches.getStore()
  if (searches) searches.refused = true
}

/** Whether a search was refused for the request that is being answered. */
export const wasSearchRefused = () => slot.searches.getStore()?.refused ?? false
