import { settings } from '@/lib/core/settings'

/** What one process takes from strangers. Times are in milliseconds, sizes in bytes. Reasoned for two cores. */

/** What connections may cost. A proxy in front may be stricter; the server does not depend on it. */
export const connectionLimits = {
  /** Open connections; more are closed at once. A browser opens six, and keeps them for `keepAliveTimeout`. */
  maxConnections: 2_000,
  /** From so many on, idle connections are closed at once and slow readers after `crowdedReadTimeout`. */
  crowdedConnections: 1_500,
  /** Requests that may wait on one connection for the answer before them. Browsers and proxies send none ahead. */
  maxPipelined: 16,
  /** Until the head of a request is there: it fits into one packet. */
  headersTimeout: 10_000,
  /** Until a request is there as a whole. The site takes no bodies. */
  requestTimeout: 30_000,
  /** How often the two above are looked at. */
  requestCheckInterval: 2_000,
  /** Longer than a proxy in front keeps its connections, so that it never meets one that was just closed. */
  keepAliveTimeout: 75_000,
  /** In which an answer must be taken: a page of 50 KB at 500 bytes a second. */
  readTimeout: 120_000,
  /** The same where connections are scarce. */
  crowdedReadTimeout: 15_000,
  /** How often slow readers are looked for. */
  readCheckInterval: 1_000,
  /** What all connections together have not taken yet: as much as the page cache. Beyond, the slowest are closed. */
  maxUnsentBytes: 64 * 1024 * 1024,
}

export type ConnectionLimits = typeof connectionLimits

/** Memory of a thread that renders, in MB. */
export const nextThreadLimits = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 16 }

/**
 * Pages and files that Next makes at a time, and how many requests wait for that. More at a time finish no sooner;
 * four a thread fill its pauses (answers, compression). A page takes some 11 ms of the processor (decision 0004):
 * sixty-four wait about a second, on a busy machine as long as somebody waits for a page.
 */
export const renderingLimits = { places: 4 * settings.renderThreads, waiting: 64 }

/** Pictures have a queue of their own, which draws one at a time (lib/site/pictures): none of it may hold up pages. */
export const pictureLimits = { places: 40, waiting: 0 }

/** After so many seconds a visitor who was refused may ask again: the queue is empty by then. */
export const retryAfterSeconds = 5
