import { hashAddress } from '@/lib/core/address-hash'
import { parseQuestionPath } from '@/lib/core/routes'
import type { Report } from './finding'
import type { FoundPage, Pages } from './pages'
import type { PageFacts } from './read-page'

/** Every question must be within this many clicks of home; one more if there are more pages than this. */
const maxClicks = { clicks: 4, pages: 100_000 }

/** The largest median weight of questions without formulas, in bytes. */
const typicalQuestion = 60_000

/** Hashes of texts, each with the page that had it first. Substrings would keep their pages' HTML in memory. */
type SeenTexts = Map<number, string>

/** Checks indexable pages as a whole: whether texts repeat, how far from home pages are, and what they weigh. */
export class Survey {
  private readonly titles: SeenTexts = new Map()
  private readonly descriptions: SeenTexts = new Map()
  private readonly weights = new Map<string, number[]>()
  private readonly clicks: number[] = []
  private indexable = 0

  constructor(
    private readonly pages: Pages,
    private readonly report: Report,
  ) {}

  /** Adds an indexable page; `kind` groups pages by weight, `bytes` is the weight of its HTML. */
  add({ path, clicks }: FoundPage, { titles, meta }: PageFacts, kind: string, bytes: number) {
    this.indexable += 1
    this.clicks[clicks] = (this.clicks[clicks] ?? 0) + 1
    const [title = ''] = titles
    const [description = ''] = meta.get('description') ?? []
    const sameTitle = findEarlier(this.titles, title, path)
    if (sameTitle) this.report('same-title', path, `has the title of ${sameTitle}: ${title}`)
    const same = findEarlier(this.descriptions, description, path)
    if (same) this.report('same-description', path, `has the description of ${same}: ${description}`)
    const weights = this.weights.get(kind)
    if (weights) weights.push(bytes)
    else this.weights.set(kind, [bytes])
  }

  finish() {
    const allowed = this.indexable > maxClicks.pages ? maxClicks.clicks + 1 : maxClicks.clicks
    for (const { path, clicks, fate } of this.pages.list) {
      if (clicks <= allowed || fate !== 'canonical' || !parseQuestionPath(path)) continue
      this.report('clicks', path, `is ${clicks} clicks from home; at most ${allowed} are allowed for a question`)
    }
    const weights = Object.fromEntries([...this.weights].map(([kind, bytes]) => [kind, summarise(bytes)]))
    const questions = weights.question?.median ?? 0
    if (questions > typicalQuestion) {
      const message = `questions without formulas have a median weight of ${questions} bytes; at most ${typicalQuestion} are allowed`
      this.report('weight', '/', message)
    }
    return { indexable: this.indexable, clicks: this.clicks, weights }
  }
}

/** The page that had this text before; undefined if this page is the first. */
function findEarlier(seen: SeenTexts, text: string, path: string): string | undefined {
  const hash = hashAddress(text)
  const earlier = seen.get(hash)
  if (earlier === undefined) seen.set(hash, path)
  return earlier
}

function summarise(bytes: number[]) {
  const sorted = bytes.toSorted((a, b) => a - b)
  return { pages: sorted.length, median: sorted[Math.ceil(sorted.length / 2) - 1] ?? 0, largest: sorted.at(-1) ?? 0 }
}
