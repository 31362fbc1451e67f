import { validateData } from '@/lib/site/seo/validate'
import type { CrawlFinding, CrawlRule } from './finding'
import type { PageFacts } from './read-page'

/** The largest weight of a page, in bytes of HTML. */
const heaviest = 500_000

const names = ['description', 'robots', 'og:title', 'og:description', 'og:url', 'og:type', 'og:image', 'twitter:card']
const directives = new Set(['index, follow, max-image-preview:large, max-snippet:-1', 'noindex, follow'])

/** The findings for a single page; `bytes` is the weight of its HTML. */
export function checkPage(path: string, facts: PageFacts, bytes: number): CrawlFinding[] {
  const findings: CrawlFinding[] = []
  const report = (rule: CrawlRule, message: string) => findings.push({ rule, path, message })

  const count = (name: string, times: number) => {
    if (times !== 1) report('head', `has ${times === 0 ? 'no' : times} ${name} in its head; it must have one`)
  }
  count('title', facts.titles.filter(Boolean).length)
  count('canonical link', facts.canonicals.filter(Boolean).length)
  for (const name of names) count(name, (facts.meta.get(name) ?? []).filter(Boolean).length)
  for (const name of new Set(facts.strays)) report('head', `has a ${name} in its body that belongs in its head`)

  const [robots = ''] = facts.meta.get('robots') ?? []
  if (robots && !directives.has(robots))
    report(
      'head',
      `has the robots directives “${robots}”; this site uses only two sets, for indexable and for other pages`,
    )
  const [canonical = ''] = facts.canonicals
  const [ogUrl = ''] = facts.meta.get('og:url') ?? []
  if (canonical !== ogUrl) report('head', `has the canonical address ${canonical}, but og:url says ${ogUrl}`)
  for (const address of [canonical, ...(facts.meta.get('og:image') ?? [])]) {
    if (address && !/^https?:\/\//.test(address)) report('head', `gives an address that is not absolute: ${address}`)
  }

  if (facts.headings !== 1) report('heading', `has ${facts.headings} h1 elements; it must have one`)
  if (bytes > heaviest) report('weight', `weighs ${bytes} bytes; at most ${heaviest} are allowed`)
  for (const json of facts.data) {
    for (const problem of validateData(json, facts)) report('structured-data', problem)
  }
  return findings
}
