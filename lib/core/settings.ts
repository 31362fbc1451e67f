import path from 'node:path'
import { z } from 'zod'

const repositoryHint = 'must be the address of a repository, such as https://github.com/owner/name'
const repositoryPath = /^\/[\w.-]+\/[\w.-]+?(?:\.git)?\/?$/

/** Without what is often copied along: a user, `.git`, a trailing slash. */
const toRepositoryUrl = ({ origin, pathname }: URL) => origin + pathname.replace(/(?:\.git)?\/?$/, '')

const number = (least: number, most: number) =>
  z.coerce
    .number(`must be a number from ${least} to ${most}`)
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`)

const wholeNumber = (least: number, most: number) => number(least, most).int('must be a whole number')

const onOrOff = z.enum(['on', 'off'], 'must be on or off').default('off')

/** One address, or several hosts with commas between them, which is no URL by the standard. */
const databaseUrl = /^postgres(?:ql)?:\/\/(?:[^@/?#\s]*@)?[^@/?#,\s]+(?:,[^@/?#,\s]+)*\/[^/?#\s]+(?:\?\S*)?$/

/** Settings that are not repeated in messages, because they may hold a password. */
const secrets = ['DATABASE_URL']

const contactHint = 'must be an address such as mailto:security@example.org or https://example.org/security'

const schema = z.object({
  AI_CRAWLERS: z.enum(['allow', 'deny'], 'must be allow or deny').default('allow'),
  CONTENT_DIR: z.string().min(1).default('content'),
  CONTENT_DB: z.string().min(1).default('.content/content.db'),
  CSP_REPORT_URI: z
    .string()
    .regex(
      /^(?:https:\/\/[\w.-]+(?::\d+)?)?\/[\w./?=&-]*$/,
      'must be an address such as https://example.org/reports, or a path',
    )
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(databaseUrl, 'must be an address such as postgres://user:password@host:5432/database')
    .optional(),
  DRAIN_SECONDS: number(0, 60).default(0),
  INDEXNOW_KEY: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,128}$/, 'must be 8 to 128 letters, digits and hyphens')
    .optional(),
  LOG_ADDRESSES: onOrOff,
  LOG_REQUESTS: onOrOff,
  METRICS_PORT: wholeNumber(1, 65_535).optional(),
  PAGE_CACHE_MB: number(1, 65_536).default(64),
  PORT: wholeNumber(1, 65_535).default(3000),
  RENDER_THREADS: wholeNumber(1, 64).default(1),
  REPOSITORY_BRANCH: z
    .string()
    .regex(/^[\w./-]+$/, 'must be the name of a branch, such as main')
    .default('main'),
  REPOSITORY_URL: z
    .url({ protocol: /^https$/, error: repositoryHint })
    .refine((url) => repositoryPath.test(new URL(url).pathname), repositoryHint)
    .optional()
    .transform((url) => url && toRepositoryUrl(new URL(url))),
  SEARCHES_PER_MINUTE: wholeNumber(1, 1_000_000).default(600),
  SEARCH_MS_PER_MINUTE: wholeNumber(1, 60_000).default(6_000),
  SEARCH_PERCENT: wholeNumber(1, 10_000).default(50),
  SECURITY_CONTACT: z.url({ protocol: /^(?:https|mailto)$/, error: contactHint }).optional(),
  SITE_NAME: z.string().min(1).default('QuickTakes Learn'),
  SITE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://learn.example.org' })
    .optional()
    .transform((url) => url && new URL(url).origin),
  TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  WEB_CONCURRENCY: wholeNumber(1, 64).default(1),
})

export type Settings = {
  /** Whether crawlers for language models may take pages. */
  aiCrawlers: 'allow' | 'deny'
  contentDir: string
  contentDb: string
  /** Where browsers report violations of the Content-Security-Policy; undefined if nowhere. */
  cspReportUri: string | undefined
  /** The PostgreSQL that the library is read from, where it is not read from `contentDb`. */
  databaseUrl: string | undefined
  /** How long a server that is told to stop goes on answering, not ready. */
  drainSeconds: number
  /** The key that identifies the site to search engines (IndexNow); undefined if they are not notified. */
  indexNowKey: string | undefined
  /** Whether each request is logged, and whether with its visitor's address. */
  logRequests: boolean
  logAddresses: boolean
  /** The port of the metrics, for this machine alone; undefined if there are none. */
  metricsPort: number | undefined
  /** Memory for rendered pages. */
  pageCacheMb: number
  port: number
  /** Threads that render pages. */
  renderThreads: number
  /**
   * The branch and the address of the repository that holds the content, without a trailing slash; undefined if not
   * set.
   */
  repositoryBranch: string
  repositoryUrl: string | undefined
  /** Searches that one address may make in a minute. */
  searchesPerMinute: number
  /** Milliseconds of a minute that searches for one address may take. */
  searchMsPerMinute: number
  /** Percent of a processor's time that searches of all visitors together may take. */
  searchPercent: number
  /** Whom to contact about a vulnerability; undefined if not set. */
  securityContact: string | undefined
  siteName: string
  siteUrl: string
  /** How many trusted proxies every request passes through. */
  trustedProxies: number
  /** Processes that share the port. */
  webConcurrency: number
}

/** The settings of the environment, checked; throws one sentence that names each bad one. Folders are absolute. */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const complaints = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0])
      const value = secrets.includes(name) ? '…' : JSON.stringify(given[name])
      return `${name}=${value}: ${issue.message}`
    })
    throw new Error(`A setting in the environment cannot be used. ${complaints.join('; ')}`)
  }
  const { AI_CRAWLERS, CONTENT_DIR, CONTENT_DB, PORT, SITE_NAME, SITE_URL, ...rest } = parsed.data
  return {
    aiCrawlers: AI_CRAWLERS,
    contentDir: path.resolve(/* turbopackIgnore: true */ CONTENT_DIR),
    contentDb: path.resolve(/* turbopackIgnore: true */ CONTENT_DB),
    cspReportUri: rest.CSP_REPORT_URI,
    databaseUrl: rest.DATABASE_URL,
    drainSeconds: rest.DRAIN_SECONDS,
    indexNowKey: rest.INDEXNOW_KEY,
    logAddresses: rest.LOG_ADDRESSES === 'on',
    logRequests: rest.LOG_REQUESTS === 'on',
    metricsPort: rest.METRICS_PORT,
    pageCacheMb: rest.PAGE_CACHE_MB,
    port: PORT,
    renderThreads: rest.RENDER_THREADS,
    repositoryBranch: rest.REPOSITORY_BRANCH,
    repositoryUrl: rest.REPOSITORY_URL,
    searchesPerMinute: rest.SEARCHES_PER_MINUTE,
    searchMsPerMinute: rest.SEARCH_MS_PER_MINUTE,
    searchPercent: rest.SEARCH_PERCENT,
    securityContact: rest.SECURITY_CONTACT,
    siteName: SITE_NAME,
    siteUrl: SITE_URL ?? `http://localhost:${PORT}`,
    trustedProxies: rest.TRUSTED_PROXIES,
    webConcurrency: rest.WEB_CONCURRENCY,
  }
}

export const settings = readSettings()

/** The settings of this process; an invalid one ends the process with a message. */
function readSettings(): Settings {
  try {
    return parseSettings(process.env)
  } catch (error) {
    console.error((error as Error).message)
    process.exit(2)
  }
}
