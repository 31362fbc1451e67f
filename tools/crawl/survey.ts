import { parseQuestionPath } from '@/lib/core/routes'
import type { Report } from './finding'
import { Once } from './once'
import { fate, type Pages } from './pages'
import type { PageFacts } from './read-page'
import { Weights } from './weights'

/** Within so many clicks from home every question is found; one more where there are more pages than this. */
const fewestClicks = { clicks: 4, pages: 100_000 }

/** What half of the questions without formulas may weigh, in bytes. */
const typicalQuestion = 60_000

/** What indexable pages are like together: whether texts repeat, how far from home they are, and what they weigh. */
export class Survey {
  private readonly titles = new Once()
  private readonly descriptions = new Once()
  private readonly weights = new Map<string, Weights>()
  private readonly clicks: number[] = []
  private indexable = 0

  constructor(
    private readonly pages: Pages,
    private readonly report: Report,
  ) {}

  /** Takes an indexable page; `kind` is what its weight is compared with, `bytes` the weight of its HTML. */
  add(number: number, path: string, { titles, meta }: PageFacts, kind: string, bytes: number) {
    this.indexable += 1
    const clicks = this.pages.getClicks(number)
    this.clicks[clicks] = (this.clicks[clicks] ?? 0) + 1
    const [title = ''] = titles
    const [description = ''] = meta.get('description') ?? []
    const sameTitle = this.titles.findEarlier(title, number)
    if (sameTitle !== undefined) {
      this.report('same-title', path, `has the title of ${this.pages.getAddress(sameTitle)}: ${title}`)
    }
    const same = this.descriptions.findEarlier(description, number)
    if (same !== undefined) {
      this.report('same-description', path, `has the description of ${this.pages.getAddress(same)}: ${description}`)
    }
    const weights = this.weights.get(kind) ?? new Weights()
    weights.add(bytes)
    this.weights.set(kind, weights)
  }

  finish() {
    const most = this.indexable > fewestClicks.pages ? fewestClicks.clicks + 1 : fewestClicks.clicks
    for (let number = 0; number < this.pages.length; number += 1) {
      const clicks = this.pages.getClicks(number)
      if (clicks <= most || this.pages.getFate(number) !== fate.canonical) continue
      const path = this.pages.getAddress(number)
      if (!parseQuestionPath(path)) continue
      this.report('clicks', path, `is ${clicks} clicks from home; a question may be ${most} away`)
    }
    const questions = this.weights.get('question')?.median ?? 0
    if (questions > typicalQuestion) {
      const message = `half of the questions without formulas weigh more than ${typicalQuestion} bytes: ${questions}`
      this.report('weight', '/', message)
    }
    const weights = [...this.weights].map(([kind, { pages, median, largest }]) => [kind, { pages, median, largest }])
    return { indexable: this.indexable, clicks: this.clicks, weights: Object.fromEntries(weights) }
  }
}
