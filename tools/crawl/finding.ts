/** The rules that a crawled site can break; docs/search-engines.md says where each comes from. */
export type CrawlRule =
  | 'clicks'
  | 'head'
  | 'heading'
  | 'link'
  | 'noindex-linked'
  | 'orphan'
  | 'robots-txt'
  | 'same-description'
  | 'same-title'
  | 'sitemap'
  | 'structured-data'
  | 'weight'

/** One problem with one address. */
export type CrawlFinding = { rule: CrawlRule; path: string; message: string }

/** Receives findings as they are made. */
export type Report = (rule: CrawlRule, path: string, message: string) => void
