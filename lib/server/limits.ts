import { settings } from '@/lib/core/settings'

/** What one process accepts from visitors. Times are in milliseconds, sizes in bytes. Chosen for two cores. */

/** Limits of connections. A proxy in front may be stricter; the server does not depend on it. */
export const connectionLimits = {
  /** Open connections; more are closed at once. A browser opens six, and keeps them for `keepAliveTimeout`. */
  maxConnections: 2_000,
  /** From this many on, idle connections are closed at once and slow readers after `crowdedReadTimeout`. */
  crowdedConnections: 1_500,
  /** Requests that may wait on one connection for the answer before them. Browsers and proxies send none ahead. */
  maxPipelined: 16,
  /** For receiving the headers of a request: they fit into one packet. */
  headersTimeout: 10_000,
  /** For receiving a whole request. The site accepts no bodies. */
  requestTimeout: 30_000,
  /** How often the two above are checked. */
  requestCheckInterval: 2_000,
  /** Longer than a proxy in front keeps its connections, so that it never uses one that was just closed. */
  keepAliveTimeout: 75_000,
  /** For sending an answer: a page of 50 KB at 500 bytes a second. */
  readTimeout: 120_000,
  /** The same when connections are scarce. */
  crowdedReadTimeout: 15_000,
  /** How often to look for slow readers. */
  readCheckInterval: 1_000,
  /** Unsent bytes of all connections together. Beyond it, the slowest are closed. */
  maxUnsentBytes: 64 * 1024 * 1024,
}

export type ConnectionLimits = typeof connectionLimits

/** Memory of a rendering thread, in MB. */
export const nextThreadLimits = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 16 }

/**
 * Pages and files that Next renders at a time, and how many requests may wait. More at a time finish no sooner; four per
 * thread fill its pauses (answers, compression). A page takes about 11 ms of processor time (decision 0004), so the last
 * of sixty-four waits about a second, and on a busy machine as long as people wait for a page.
 */
export const renderingLimits = { places: 4 * settings.renderThreads, waiting: 64 }

/**
 * Searches that `/api/search` answers at a time. The search thread runs one after the other
 * (lib/engine/search-thread.ts); two more keep it busy while an answer is sent, for a third more answers per second.
 */
export const searchLimits = { places: 3, waiting: 32 }

/**
 * Pages of results are rendered one at a time, which leaves most of Next's capacity to other pages. Rendering one takes 8
 * to 16 ms; `renderingMs` of it are charged to the visitor's budget.
 */
export const resultsLimits = { places: 1, waiting: 32, renderingMs: 12 }

/** Sheets and decks have many answers: one at a time, which leaves most of the rendering threads' time to pages. */
export const sheetLimits = { places: 1, waiting: 16 }

/** Suggestions for unknown addresses are found one at a time; if the queue is full, the page has none. */
export const lostLimits = { places: 1, waiting: 4 }

/**
 * Time that Next may take for one page or file, in ms; then its place is freed. Answers take 2 seconds of a
 * thread at most (lib/answer/pool/budget.ts), so four places that all wait for one are done in half of this.
 */
export const renderingTimeout = 20_000

/** How long a readiness check waits for the library, in ms: less than HAProxy waits for it (deploy/haproxy.cfg). */
export const readinessTimeout = 1_000

/** Pictures have their own queue, which draws one at a time (lib/site/pictures), so that they cannot hold up pages. */
export const pictureLimits = { places: 40, waiting: 0 }

/** Sent to visitors who were refused, as Retry-After in seconds: the queue is empty by then. */
export const retryAfterSeconds = 5
