/** The addresses of the site. All begin with “/” and have no trailing slash. */

export const homePath = '/'
export const subjectsPath = '/learn'
export const aboutPath = '/about'
export const studyPath = '/study'

/** The script that keeps pages for reading offline: public/service-worker.js. */
export const workerPath = '/service-worker.js'

/** A sheet of questions to print, and its answer key. */
export const sheetPath = '/sheet'

/** Questions as a deck for Anki. */
export const deckPath = '/deck.apkg'
export const toDeckPath = (subject: string, topic: string) => `${deckPath}?topic=${subject}/${topic}`

/** The page shown at the addresses of removed questions. */
export const gonePath = '/gone'

/** The page shown instead of one that could not be rendered. */
export const unavailablePath = '/unavailable'

/** The cache key of `/unavailable` for when the library does not answer. */
export const libraryUnavailablePath = '/unavailable#library'

/** The page shown at an unknown address, which it gets as a parameter. */
export const lostPath = '/lost'
export const toLostPath = (path: string) => `${lostPath}?${new URLSearchParams({ path })}`

/** The cache key of the one page for all addresses that do not exist. */
export const notFoundPath = '/_not-found'

/** An address that can never exist in the library: Next renders its “not found” page there. */
export const nowherePath = '/learn/_not-found'

/** The order of a list of questions, which is part of its address. */
export type ListOrder = 'newest' | 'a-z'

export const toQuestionPath = (subject: string, slug: string) => `/learn/${subject}/questions/${slug}`

/** The part of a question's page that lists its rewordings. */
export const waysId = 'page:ways'

/** The collapsible parts of a question's page: a test shows the first without the second. */
export const testId = 'page:test'
export const answerId = 'page:answer'

/** The picture that other sites show beside a link to the site, to a subject or to a question: see app/images. */
export const siteImagePath = '/images/site.png'
export const toSubjectImagePath = (subject: string) => `/images/subjects/${subject}.png`
export const toQuestionImagePath = (subject: string, slug: string) => `/images/questions/${subject}/${slug}.png`

export const toAuthorPath = (slug: string, page = 1) => `/authors/${slug}${page > 1 ? `/page/${page}` : ''}`

/**
 * A page of a subject: `/learn/physics`, `/learn/physics/page/2`, `/learn/physics/a-z`, `/learn/physics/a-z/page/2`.
 */
export function toSubjectPath(subject: string, order: ListOrder = 'newest', page = 1): string {
  return `/learn/${subject}${order === 'a-z' ? '/a-z' : ''}${page > 1 ? `/page/${page}` : ''}`
}

/** A page of a topic: `/learn/physics/topics/quantum-mechanics`, `/learn/physics/topics/quantum-mechanics/page/2`. */
export const toTopicPath = (subject: string, topic: string, page = 1) =>
  `/learn/${subject}/topics/${topic}${page > 1 ? `/page/${page}` : ''}`

export const sitemapPath = '/sitemap.xml'
export const indexNowKeyPath = '/indexnow-key.txt'
export const toSitemapPath = (section: string, number: number) => `/sitemap-${section}-${number}.xml`

/** The section and the number in `<section>-<number>`, the part between `/sitemap-` and `.xml`. */
export function parseSitemapName(name: string): { section: string; number: number } | undefined {
  const match = /^([a-z0-9_-]+)-(0|[1-9]\d{0,9})$/.exec(name)
  return match ? { section: match[1] as string, number: Number(match[2]) } : undefined
}

/** The Atom feed of the newest questions of all subjects, or of one. */
export const toFeedPath = (subject?: string) => (subject === undefined ? '/feed.xml' : `/learn/${subject}/feed.xml`)

/** The question as Markdown. */
export const toMarkdownPath = (subject: string, slug: string) => `${toQuestionPath(subject, slug)}.md`

/** The subject and slug in the address of a question; undefined for any other text. */
export function parseQuestionPath(path: string): { subject: string; slug: string } | undefined {
  const match = /^\/learn\/([^/?#]+)\/questions\/([^/?#]+)$/.exec(path)
  return match ? { subject: match[1] as string, slug: match[2] as string } : undefined
}

/** A page of a list: the list's order and the page's number. */
export type ListPage = { order: ListOrder; page: number }

/**
 * The page that the segments after `/learn/<subject>` or `/authors/<author>` name: none, `page/2`, `a-z`, `a-z/page/2`.
 * Undefined for anything else; page 1 has no number of its own.
 */
export function parseListPage(segments: readonly string[] = []): ListPage | undefined {
  const match = /^(?:(a-z)(?:\/|$))?(?:page\/([1-9]\d{0,6}))?$/.exec(segments.join('/'))
  if (!match || segments.includes('')) return undefined
  const page = Number(match[2] ?? 1)
  if (match[2] === '1') return undefined
  return { order: match[1] === 'a-z' ? 'a-z' : 'newest', page }
}

/** What an address below `/learn/` or `/authors/` names; `parseLibraryPath` returns undefined for all other addresses. */
export type LibraryAddress =
  | { kind: 'question'; subject: string; slug: string }
  | ({ kind: 'subject'; slug: string } & ListPage)
  | { kind: 'topic'; subject: string; slug: string; page: number }
  | ({ kind: 'author'; slug: string } & ListPage)
  | { kind: 'unknown' }

export function parseLibraryPath(path: string): LibraryAddress | undefined {
  const question = parseQuestionPath(path)
  if (question) return { kind: 'question', ...question }
  const [, section, slug, ...segments] = path.split('/')
  if ((section !== 'learn' && section !== 'authors') || slug === undefined) return undefined
  if (section === 'learn' && segments[0] === 'topics') {
    const [, topic = '', ...rest] = segments
    const list = parseListPage(rest)
    if (topic === '' || list?.order !== 'newest') return { kind: 'unknown' }
    return { kind: 'topic', subject: slug, slug: topic, page: list.page }
  }
  const list = parseListPage(segments)
  if (!list || (section === 'authors' && list.order !== 'newest')) return { kind: 'unknown' }
  return { kind: section === 'learn' ? 'subject' : 'author', slug, ...list }
}

/** What a sheet contains: a subject, a topic (`physics/optics`), or questions by their short ids; and how it is made. */
export type SheetAddress = {
  subject?: string | undefined
  topic?: string | undefined
  q?: string | undefined
  n?: number | undefined
  seed?: string | undefined
  key?: string | undefined
}

/** The address of a sheet. Crawlers find no link to one that they would follow. */
export function toSheetPath(address: SheetAddress): string {
  const given = Object.entries(address).filter(([, value]) => value !== undefined)
  // Slashes and commas need no escaping in a query.
  const query = given.map(
    ([name, value]) => `${name}=${encodeURIComponent(value).replace(/%2F|%2C/g, decodeURIComponent)}`,
  )
  return `${sheetPath}?${query.join('&')}`
}
