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

/** How long a shared counter may take to answer, in milliseconds; after that a server counts by itself. */
const timeoutMs = 1_000

/**
 * What opens counters of visitors' requests: in PostgreSQL, shared by all servers that read the library there, or in the
 * cluster's primary process, shared by its workers. Undefined if this process counts alone. The PostgreSQL code is loaded
 * only if it is used.
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
