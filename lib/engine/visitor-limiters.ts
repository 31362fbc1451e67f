import cluster from 'node:cluster'
import {
  type IRateLimiterOptions,
  type RateLimiterAbstract,
  RateLimiterCluster,
  RateLimiterMemory,
  RLWrapperTimeouts,
} from 'rate-limiter-flexible'
import { settings } from '@/lib/core/settings'

type OpenLimiter = (options: IRateLimiterOptions) => RateLimiterAbstract

/** Whoever counts for several servers has so long to answer, in milliseconds; then a server counts by itself. */
const timeoutMs = 1_000

/**
 * What opens a counter of visitors: one in PostgreSQL, for all servers that read the library there; or one of the process
 * that deals out connections, for its workers; undefined where this process counts alone. Whoever does not use PostgreSQL
 * loads nothing of it.
 */
export async function chooseLimiters(): Promise<OpenLimiter | undefined> {
  const { databaseUrl } = settings
  if (databaseUrl !== undefined) {
    const { preparePostgresLimiters } = await import('@/lib/postgres/visitor-limiters')
    return insure(preparePostgresLimiters(databaseUrl))
  }
  return cluster.isWorker ? insure((options) => new RateLimiterCluster(options)) : undefined
}

const insure =
  (open: OpenLimiter): OpenLimiter =>
  (options) =>
    new RLWrapperTimeouts({ limiter: open(options), timeoutMs, insuranceLimiter: new RateLimiterMemory(options) })
