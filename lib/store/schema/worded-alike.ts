import { maxWays } from '@/lib/core/search-limits'

/** What rewordings may have in common. */
export const wordingKeys = ['sense', 'band', 'other_band'] as const
export type WordingKey = (typeof wordingKeys)[number]

/** How many questions that share one of these are considered, the question itself included. */
const considered = maxWays + 1

/**
 * Selects the ids of canonical questions that may be rewordings of the one with an id, and its own, in SQL for both
 * engines: the first ones by each key, up to a bound.
 */
export const toWordedAlike = (table: string, id: string) =>
  wordingKeys
    .map(
      (key) => `SELECT id FROM (SELECT id FROM ${table} WHERE no_index = 0 AND is_canonical = 1
        AND ${key} = (SELECT ${key} FROM ${table} WHERE id = ${id}) ORDER BY id LIMIT ${considered}) ${key}_alike`,
    )
    .join(' UNION ')
