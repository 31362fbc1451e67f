import type { IncomingMessage } from 'node:http'
import { settings } from '@/lib/core/settings'
import { chargeSearches } from '@/lib/library/searches'
import { Refused } from './bounded-queue'
import { toClientAddress } from './client-address'
import { toClientCount } from './client-count'
import { SearchBudget } from './search-budget'

const { searchesPerMinute, searchMsPerMinute, trustedProxies } = settings

/** The share of a processor's time that all visitors together may use. */
const percent = 20

/** The budget for suggestions at unknown addresses: as large as that for searches, and separate from it. */
const budget = new SearchBudget(searchesPerMinute, searchMsPerMinute, { percent })

/** Looks for what an unknown address may mean, charged like a search; undefined if the budget is spent. */
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
