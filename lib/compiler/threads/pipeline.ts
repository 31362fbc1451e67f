import { Batches, type BatchOptions } from './batches'

/** Jobs per batch. */
const batchSize = 64

type PipelineOptions<Setting, Item, Job, Result> = BatchOptions<Setting, Job, Result> & {
  /** The job for an item: it is copied to the thread. */
  toJob: (item: Item) => Job
  /** Called with each item and its result, in the order in which items were added. */
  onResult: (item: Item, result: Result) => void
}

/** Runs jobs in batches while more are being added, with a bounded number in flight. */
export class Pipeline<Setting, Item, Job, Result> {
  private readonly batches: Batches<Setting, Job, Result>
  private batch: Item[] = []
  /** Batches in flight, the oldest first. */
  private readonly pending: { items: Item[]; results: Promise<Result[]> }[] = []

  constructor(private readonly options: PipelineOptions<Setting, Item, Job, Result>) {
    this.batches = new Batches(options)
  }

  async add(item: Item) {
    this.batch.push(item)
    if (this.batch.length < batchSize) return
    this.send()
    while (this.pending.length > this.batches.capacity) await this.takeOldest()
  }

  /** Waits for everything that was added. */
  async drain() {
    this.send()
    while (this.pending.length > 0) await this.takeOldest()
  }

  close = () => this.batches.close()

  private send() {
    if (this.batch.length === 0) return
    const results = this.batches.run(this.batch.map(this.options.toJob))
    // A rejection is handled when the result is awaited; until then it must not crash the process.
    results.catch(() => undefined)
    this.pending.push({ items: this.batch, results })
    this.batch = []
  }

  private async takeOldest() {
    const { items, results } = this.pending.shift() as (typeof this.pending)[number]
    for (const [index, result] of (await results).entries()) this.options.onResult(items[index] as Item, result)
  }
}
