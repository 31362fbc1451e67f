import path from 'node:path'
// Three threads read settings, and zod/mini is a fifteenth of zod's code (docs/decisions/0047-packages-in-the-bundle.md).
import * as z from 'zod/mini'

const repositoryHint = 'must be the address of a repository, such as https://github.com/owner/name'
const repositoryPath = /^\/[\w.-]+\/[\w.-]+?(?:\.git)?\/?$/

/** Drops what is often copied along but does not identify a repository: a user, `.git`, a trailing slash. */
const toRepositoryUrl = ({ origin, pathname }: URL) => origin + pathname.replace(/(?:\.git)?\/?$/, '')

/** Refuses addresses with parts that `toRepositoryUrl` would silently drop, such as a query, and passwords. */
function isRepository(url: string): boolean {
  if (!/^https:\/\/[^\s?#]+$/i.test(url) || !URL.canParse(url)) return false
  const { pathname, password } = new URL(url)
  return repositoryPath.test(pathname) && password === ''
}

/** The site is at the root of its host, so nothing may follow the host. */
const siteUrl = /^https?:\/\/[^\s/?#@\\]+\/?$/i

const siteHint =
  'must be http:// or https:// and a host, with no user, path or query, such as https://learn.example.org'

const text = (pattern: RegExp, hint: string) => z.string().check(z.regex(pattern, hint))

/** Decimal digits only: JavaScript would also accept `0x10` and `1e3`, and read a space as 0. */
const toNumber = (pattern: RegExp, kind: string, min: number, max: number) =>
  z.pipe(
    z.pipe(text(pattern, `must be ${kind} from ${min} to ${max}, in digits only`), z.transform(Number)),
    z.number().check(z.minimum(min, `must be at least ${min}`), z.maximum(max, `must be at most ${max}`)),
  )

const number = (min: number, max: number) => toNumber(/^-?\d+(?:\.\d+)?$/, 'a number', min, max)

const wholeNumber = (min: number, max: number) => toNumber(/^-?\d+$/, 'a whole number', min, max)

const onOrOff = z._default(z.enum(['on', 'off'], 'must be on or off'), 'off')

/** One or several hosts, separated by commas: the URL standard does not allow several. */
const databaseUrl = /^postgres(?:ql)?:\/\/(?:[^@/?#\s]*@)?([^@/?#\s]+)\/[^/?#\s]+(?:\?[^#\s]*)?$/

function isDatabaseUrl(url: string): boolean {
  const hosts = databaseUrl.exec(url)?.[1]?.split(',')
  return hosts?.every((host) => host !== '' && URL.canParse(`postgres://${host}`)) ?? false
}

/** A user, and perhaps a password, in an address that should have none. */
const userOfUrl = /\/\/[^/?#]*@/g

/** Settings that are not repeated in messages, because they may hold a password. */
const secrets = ['DATABASE_URL']

/** A pattern, because a URL parser would accept spaces, and a mailbox without a name. */
const contact = /^(?:https:\/\/[^\s/?#@]+(?:[/?#]\S*)?|mailto:[^\s@]+@[^\s@]+)$/i
const contactHint = 'must be one address, such as mailto:security@example.org or https://example.org/security'

const schema = z.object({
  AI_CRAWLERS: z._default(z.enum(['allow', 'deny'], 'must be allow or deny'), 'allow'),
  CONTENT_DIR: z._default(z.string(), 'content'),
  CONTENT_DB: z._default(z.string(), '.content/content.db'),
  CSP_REPORT_URI: z.optional(
    text(
      /^(?:https:\/\/[\w.-]+(?::\d+)?)?\/[\w./?=&-]*$/,
      'must be an address such as https://example.org/reports, or a path',
    ),
  ),
  DATABASE_URL: z.optional(
    z.string().check(z.refine(isDatabaseUrl, 'must be an address such as postgres://user:password@host:5432/database')),
  ),
  DRAIN_SECONDS: z._default(number(0, 60), 0),
  INDEXNOW_KEY: z.optional(text(/^[A-Za-z0-9-]{8,128}$/, 'must be 8 to 128 letters, digits and hyphens')),
  LOG_ADDRESSES: onOrOff,
  LOG_REQUESTS: onOrOff,
  METRICS_PORT: z.optional(wholeNumber(1, 65_535)),
  PAGE_CACHE_MB: z._default(number(1, 65_536), 48),
  PORT: z._default(wholeNumber(1, 65_535), 3000),
  RENDER_THREADS: z._default(wholeNumber(1, 64), 1),
  REPOSITORY_BRANCH: z._default(text(/^[\w./-]+$/, 'must be the name of a branch, such as main'), 'main'),
  REPOSITORY_URL: z.pipe(
    z.optional(z.string().check(z.refine(isRepository, repositoryHint))),
    z.transform((url) => url && toRepositoryUrl(new URL(url))),
  ),
  SEARCHES_PER_MINUTE: z._default(wholeNumber(1, 1_000_000), 600),
  SEARCH_MS_PER_MINUTE: z._default(wholeNumber(1, 60_000), 6_000),
  SEARCH_PERCENT: z._default(wholeNumber(1, 10_000), 50),
  SECURITY_CONTACT: z.optional(text(contact, contactHint)),
  SITE_NAME: z._default(
    text(/^\S(?:.*\S)?$/, 'must be a name on one line, without spaces around it'),
    'QuickTakes Learn',
  ),
  SITE_URL: z.pipe(
    z.optional(text(siteUrl, siteHint).check(z.refine((url) => URL.canParse(url), siteHint))),
    z.transform((url) => url && new URL(url).origin),
  ),
  TRUSTED_PROXIES: z._default(wholeNumber(0, 10), 0),
  /** Only validated here: `scripts/start.mjs` reads it. */
  WEB_CONCURRENCY: z.optional(wholeNumber(1, 64)),
})

export type Settings = {
  /** Whether crawlers for language models may fetch pages. */
  aiCrawlers: 'allow' | 'deny'
  contentDir: string
  contentDb: string
  /** Where browsers report violations of the Content-Security-Policy; undefined if nowhere. */
  cspReportUri: string | undefined
  /** The PostgreSQL database to read the library from, instead of `contentDb`. */
  databaseUrl: string | undefined
  /** How long a stopping server goes on answering while it reports that it is not ready. */
  drainSeconds: number
  /** The key that identifies the site to search engines (IndexNow); undefined if they are not notified. */
  indexNowKey: string | undefined
  /** Whether each request is logged, and whether the visitor's address is. */
  logRequests: boolean
  logAddresses: boolean
  /** The port of the metrics, reachable from this machine only; undefined if they are off. */
  metricsPort: number | undefined
  /** Memory for rendered pages, in MB. */
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
  /** Searches per minute from one IP address. */
  searchesPerMinute: number
  /** Milliseconds per minute that searches from one IP address may take. */
  searchMsPerMinute: number
  /** Percent of one processor that the searches of all visitors together may take. */
  searchPercent: number
  /** Whom to contact about a vulnerability; undefined if not set. */
  securityContact: string | undefined
  siteName: string
  siteUrl: string
  /** How many trusted proxies every request passes through. */
  trustedProxies: number
}

/** Validates the settings in the environment; throws one error that names every invalid one. Paths are absolute. */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0])
      const value = secrets.includes(name) ? '…' : JSON.stringify(given[name]?.replace(userOfUrl, '//…@'))
      return `${name}=${value}: ${issue.message}`
    })
    throw new Error(`Invalid settings in the environment. ${problems.join('; ')}`)
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
