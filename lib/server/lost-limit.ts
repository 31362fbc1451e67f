import type { IncomingMessage } from 'node:http'
import { settings } from '@/lib/core/settings'
import { chargeSearches } from '@/lib/library/searches'
import { Refused } from './bounded-queue'
import { toClientAddress } from './client-address'
import { toClientCount } from './client-count'
import { SearchBudget } from './search-budget'

const { searchesPerMinute, searchMsPerMinute, trustedProxies } = settings

/** Of a processor's time, for all visitors together. */
const percent = 20

/** What a visitor may have looked for at addresses that lead nowhere: as much as in searches, and apart from them. */
const budget = new SearchBudget(searchesPerMinute, searchMsPerMinute, { percent })

/** What a look for a lost address gives, charged like a search; undefined where nothing is left for it. */
export async function lookWithinLimit<Found>(
  request: IncomingMessage,
  look: () => Promise<Found>,
): Promise<Found | undefined> {
  const visitor = toClientCount(toClientAddress(request, trustedProxies))
  if (await budget.take(visitor)) return undefined
  try {
    return await chargeSearches((ms) => budget.charge(visitor, ms), look)
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}
